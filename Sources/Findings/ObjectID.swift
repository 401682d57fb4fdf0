/// The name of a git object: 20 bytes (SHA-1) or 32 bytes (SHA-256).
public struct ObjectID: Sendable, Hashable, Comparable, CustomStringConvertible {
  // Words in place of an array: a history holds millions of names, and none is worth an allocation.
  // Big-endian, so that their order is that of the bytes.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64
  /// The length of the name in bytes: 20 or 32.
  public let count: Int

  /// A name from its raw bytes; `nil` unless there are 20 or 32 of them.
  public init?(_ bytes: Span<UInt8>) {
    let isLong = bytes.count == 32
    guard isLong || bytes.count == 20 else { return nil }
    let raw = unsafe bytes.bytes
    // The loads check their bounds; unsafe is only that they make a number of any bytes.
    first = unsafe UInt64(bigEndian: raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    second = unsafe UInt64(bigEndian: raw.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self))
    if isLong {
      third = unsafe UInt64(bigEndian: raw.unsafeLoadUnaligned(fromByteOffset: 16, as: UInt64.self))
      fourth = unsafe UInt64(
        bigEndian: raw.unsafeLoadUnaligned(fromByteOffset: 24, as: UInt64.self))
    } else {
      let last = unsafe raw.unsafeLoadUnaligned(fromByteOffset: 16, as: UInt32.self)
      third = UInt64(UInt32(bigEndian: last)) << 32
      fourth = 0
    }
    count = bytes.count
  }

  /// A name from its raw bytes; `nil` unless there are 20 or 32 of them.
  public init?(bytes: some Collection<UInt8>) { self.init(Array(bytes).span) }

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
    self.init(bytes.span)
  }

  /// A name from its hexadecimal form.
  public init?(_ text: String) {
    self.init(hex: Array(text.utf8))
  }

  /// The raw bytes of the name.
  public var bytes: [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, initialized in
      var place = 0
      for word in [first, second, third, fourth] {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
          unsafe buffer[place] = UInt8(truncatingIfNeeded: word >> shift)
          place += 1
        }
      }
      initialized = count
    }
  }

  /// The first eight bytes as a number: of a digest that is as good as a hash, and in the order of
  /// the names.
  public var prefix: UInt64 { first }

  /// The hexadecimal form.
  public var description: String { Hex.text(bytes) }

  /// The first eight hexadecimal digits, for people.
  public var short: String { String(description.prefix(8)) }

  /// Whether all bytes are zero: git's way to say "no object".
  public var isZero: Bool { first | second | third | fourth == 0 }

  /// The order of the hexadecimal names, as git sorts them.
  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    if left.third != right.third { return left.third < right.third }
    if left.fourth != right.fourth { return left.fourth < right.fourth }
    return left.count < right.count
  }
}
