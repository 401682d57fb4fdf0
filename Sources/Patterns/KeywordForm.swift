/// A keyword made ready for comparison: `(byte | fold) == folded` for each of its bytes.
///
/// `fold` is 0x20 for letters when case is ignored. That is exact: of all bytes only the two cases
/// of a letter become its lower case by that bit.
struct KeywordForm: Sendable {
  /// A byte from the ninth on.
  struct Tail: Sendable {
    let folded: UInt8
    let fold: UInt8
  }

  /// The first eight bytes, lowest first; zeros where the keyword has ended.
  private(set) var head: UInt64 = 0
  private(set) var headFold: UInt64 = 0
  /// Ones for the bytes of `head` that count.
  private(set) var headMask: UInt64 = 0
  let length: Int
  /// Where in `tails` the bytes from the ninth on stand.
  private let tail: Int

  /// - Parameter tails: takes the bytes from the ninth on, each with its fold, of one keyword after
  ///   the other.
  init(_ keyword: Keyword, tails: inout [Tail]) {
    tail = tails.count
    length = keyword.bytes.count
    for (i, byte) in keyword.bytes.enumerated() {
      let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      let fold: UInt8 = keyword.ignoresCase && isLetter ? 0x20 : 0
      if i < 8 {
        let shift = UInt64(8 * i)
        head |= UInt64(byte | fold) << shift
        headFold |= UInt64(fold) << shift
        headMask |= 0xff << shift
      } else {
        tails.append(Tail(folded: byte | fold, fold: fold))
      }
    }
  }

  /// Whether the keyword stands at `place`, where at least `length` bytes and in all `available`
  /// bytes may be read.
  @inline(__always)
  func stands(at place: UnsafeRawPointer, available: Int, tails: [Tail]) -> Bool {
    var word: UInt64 = 0
    if available >= 8 {
      word = unsafe place.loadUnaligned(as: UInt64.self)
    } else {
      for i in 0..<length {
        word |= UInt64(unsafe place.load(fromByteOffset: i, as: UInt8.self)) << UInt64(8 * i)
      }
    }
    guard (word | headFold) & headMask == head else { return false }
    if length <= 8 { return true }
    for i in 8..<length {
      let byte = tails[tail + i - 8]
      if unsafe place.load(fromByteOffset: i, as: UInt8.self) | byte.fold != byte.folded {
        return false
      }
    }
    return true
  }
}
