public import Findings

/// What is looked for in the trees of a history: some blobs, and files of some names.
public struct TreeQuery: Sendable {
  /// Makes marks that nobody can foresee: two sets of files with the same mark would hide a change.
  let seed: UInt64
  private let blobs: [ObjectID: Int32]
  private let names: Set<[UInt8]>
  /// Which beginnings blobs have, and which lengths and beginnings the wanted names: most entries of a
  /// tree are dismissed by a look at these.
  private var beginnings = BitSet()
  private var lengths: UInt64 = 0
  private var nameBeginnings = BitSet()

  /// A set of numbers below 65,536.
  private struct BitSet {
    private var words = [UInt64](repeating: 0, count: 1024)

    func contains(_ bits: Int) -> Bool { words[bits >> 6] & (1 << UInt64(bits & 63)) != 0 }

    mutating func insert(_ bits: Int) { words[bits >> 6] |= 1 << UInt64(bits & 63) }
  }

  /// A query.
  ///
  /// - Parameters:
  ///   - blobs: the blobs, each once.
  ///   - names: the last parts of paths.
  public init(blobs: [ObjectID], names: Set<[UInt8]>) {
    seed = UInt64.random(in: .min ... .max)
    self.blobs = Dictionary(
      blobs.enumerated().map { ($1, Int32(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
    self.names = names
    for blob in blobs { beginnings.insert(Int(blob.prefix >> 48)) }
    for name in names {
      lengths |= 1 << UInt64(min(name.count, 63))
      nameBeginnings.insert(Self.beginning(of: name.span, 0..<name.count))
    }
  }

  /// Sixteen bits of a hash of the first four bytes of a name and its length.
  private static func beginning(of bytes: Span<UInt8>, _ name: Range<Int>) -> Int {
    var word = UInt64(name.count)
    for place in name.prefix(4) { word = word << 8 | UInt64(bytes[place]) }
    return Int((word &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  /// The place of a blob in the list; `nil` for any other.
  func place(ofBlob prefix: UInt64, _ id: () -> ObjectID?) -> Int32? {
    guard beginnings.contains(Int(prefix >> 48)), let id = id() else { return nil }
    return blobs[id]
  }

  /// Whether a name is among those that are looked for.
  func wants(_ name: some Sequence<UInt8>) -> Bool { names.contains(Array(name)) }

  /// Whether a name is among those that are looked for.
  func wants(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard lengths & (1 << UInt64(min(name.count, 63))) != 0,
      nameBeginnings.contains(Self.beginning(of: bytes, name))
    else { return false }
    return names.contains(copy(bytes.extracting(name)))
  }

  /// The mark of an entry: that of what it names, under its own name.
  func mark(_ name: UInt64, _ content: UInt64) -> UInt64 {
    // The finalizer of SplitMix64: each bit of the input decides about half of the output's.
    var mixed = (name ^ seed) &* 0x9E37_79B9_7F4A_7C15 &+ content
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number for a name.
  func number(_ bytes: Span<UInt8>, _ name: Range<Int>) -> UInt64 {
    var hash = seed
    for place in name { hash = (hash ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
