/// A path as bytes, with `/` between its parts: names of files are not always text.
public struct Path: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The bytes, as the file system, git or an archive gave them.
  public let bytes: [UInt8]

  /// A path from bytes.
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// A path from text.
  public init(_ text: String) { self.bytes = Array(text.utf8) }

  /// The path for people: control and bidirectional characters and bytes that are not UTF-8 are
  /// escaped, so that a hostile name cannot act on a terminal.
  public var description: String { Visible.text(bytes) }

  /// The path as a URI reference: every byte that a URI path may not hold is percent-encoded.
  public var uri: String {
    if bytes.allSatisfy(Self.isPlain) { return String(decoding: bytes, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    var uri: [UInt8] = []
    uri.reserveCapacity(bytes.count)
    for byte in bytes {
      if Self.isPlain(byte) {
        uri.append(byte)
      } else {
        uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }

  /// Whether a byte stands in a URI's path as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  /// The part after the last `/`.
  public var name: ArraySlice<UInt8> {
    bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
  }

  /// The path without its last part; empty for a single name, `/` for one just below it.
  public var parent: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path("") }
    return Path(bytes: bytes[..<max(slash, 1)])
  }

  /// This path followed by another.
  public func appending(_ other: Path) -> Path {
    if bytes.isEmpty { return other }
    if other.bytes.isEmpty { return self }
    return Path(
      bytes: bytes.last == UInt8(ascii: "/")
        ? bytes + other.bytes : bytes + [UInt8(ascii: "/")] + other.bytes)
  }

  /// Whether the path ends in the given text.
  public func hasSuffix(_ suffix: String) -> Bool {
    bytes.count >= suffix.utf8.count
      && bytes[(bytes.count - suffix.utf8.count)...].elementsEqual(suffix.utf8)
  }

  /// Hashes the bytes, at once and not one by one.
  public func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  /// The order of the bytes, as git's index sorts paths; no locale has a say.
  public static func < (left: Path, right: Path) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
