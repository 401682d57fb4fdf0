/// The name of a git object: 20 bytes (SHA-1) or 32 bytes (SHA-256).
public struct ObjectID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The raw bytes of the name.
  public let bytes: [UInt8]

  /// A name from its raw bytes; `nil` unless there are 20 or 32 of them.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 || bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// A name from its hexadecimal form; `nil` unless it has 40 or 64 digits and nothing else.
  public init?(hex: some Collection<UInt8>) {
    guard hex.count == 40 || hex.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hex.count / 2)
    var high: UInt8?
    for digit in hex {
      guard let value = Hex.value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  /// A name from its hexadecimal form.
  public init?(_ text: String) {
    self.init(hex: Array(text.utf8))
  }

  /// The hexadecimal form.
  public var description: String { Hex.text(bytes) }

  /// The first eight hexadecimal digits, for people.
  public var short: String { String(description.prefix(8)) }

  /// Whether all bytes are zero: git's way to say "no object".
  public var isZero: Bool { bytes.allSatisfy { $0 == 0 } }

  /// The order of the hexadecimal names, as git sorts them.
  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
