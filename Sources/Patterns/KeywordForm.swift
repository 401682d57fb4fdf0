/// A keyword made ready for comparison: `(byte | fold) == folded` for each of its bytes.
///
/// `fold` is 0x20 for letters when case is ignored. That is exact: of all bytes only the two cases
/// of a letter become its lower case by that bit.
struct KeywordForm {
  /// How many words of a list a form takes.
  static let size = 3

  /// The first eight bytes, lowest first, folded; zeros where the keyword has ended.
  private let head: UInt64
  private let headFold: UInt64
  /// The length, and from bit 32 on where in the list of tails the bytes from the ninth on stand.
  private let shape: UInt64

  /// The length in bytes.
  @inline(__always)
  var length: Int { Int(shape & 0xffff_ffff) }

  /// The form with an index, which is in a list of forms.
  @inline(__always)
  init(_ list: UnsafePointer<UInt64>, _ index: Int) {
    let start = index * Self.size
    head = unsafe list[start]
    headFold = unsafe list[start + 1]
    shape = unsafe list[start + 2]
  }

  /// Adds a keyword's form to a list.
  ///
  /// - Parameter tails: takes the bytes from the ninth on, folded, each with its fold eight bits
  ///   higher, of one keyword after the other.
  static func add(_ keyword: Keyword, to list: inout [UInt64], tails: inout [Int32]) {
    var head: UInt64 = 0
    var headFold: UInt64 = 0
    let shape = UInt64(keyword.bytes.count) | UInt64(tails.count) << 32
    for (i, byte) in keyword.bytes.enumerated() {
      let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      let fold: UInt8 = keyword.ignoresCase && isLetter ? 0x20 : 0
      if i < 8 {
        head |= UInt64(byte | fold) << UInt64(8 * i)
        headFold |= UInt64(fold) << UInt64(8 * i)
      } else {
        tails.append(Int32(byte | fold) | Int32(fold) << 8)
      }
    }
    list += [head, headFold, shape]
  }

  /// Whether the keyword stands at `place`, where at least `length` bytes and in all `available`
  /// bytes may be read.
  @inline(__always)
  func stands(at place: UnsafeRawPointer, available: Int, tails: [Int32]) -> Bool {
    let length = length
    var word: UInt64 = 0
    if available >= 8 {
      word = unsafe place.loadUnaligned(as: UInt64.self)
    } else {
      for i in 0..<length {
        word |= UInt64(unsafe place.load(fromByteOffset: i, as: UInt8.self)) << UInt64(8 * i)
      }
    }
    if length < 8 { word &= 1 << UInt64(8 * length) - 1 }
    guard word | headFold == head else { return false }
    if length <= 8 { return true }
    let tail = Int(shape >> 32)
    for i in 8..<length {
      let byte = UInt32(bitPattern: tails[tail + i - 8])
      let fold = UInt8(truncatingIfNeeded: byte >> 8)
      if unsafe place.load(fromByteOffset: i, as: UInt8.self) | fold
        != UInt8(truncatingIfNeeded: byte)
      {
        return false
      }
    }
    return true
  }
}
