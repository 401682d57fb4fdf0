/// Where the members of a zip stand, as far as its central directory tells without any doubt.
///
/// It never decides what a zip holds, which libarchive does: it only says of plain members where
/// their bytes are, so that they can be decompressed at once. Whatever is unusual is left out:
/// encryption, other methods, zip64, two members of one name, bytes before the archive.
///
/// Source: APPNOTE.TXT of PKWARE, 4.3.7, 4.3.12 and 4.3.16.
struct ZipDirectory {
  /// A member that stands in the zip as it is or deflated.
  struct Member {
    /// Where its local header begins.
    let offset: Int
    let compressedSize: Int
    let size: Int
    let checksum: UInt32
    let isDeflated: Bool
    /// Whether sizes and checksum stand behind the bytes, and not in the local header.
    let hasDescriptor: Bool
  }

  /// By the members' names; nil where two have one name.
  private var members: [[UInt8]: Member?] = [:]

  private static let endLength = 22
  private static let headerLength = 46
  /// A larger directory is libarchive's alone.
  private static let longest = 16 << 20

  /// The directory at the end of a stream that can seek, which stays where it stands; nil if there is
  /// none that is plain.
  ///
  /// - Complexity: O(bytes of the directory).
  init?(_ stream: ByteStream) {
    guard let size = stream.size, size >= Self.endLength else { return nil }
    // An end record with a comment is rare, and not plain.
    guard let end = stream.bytes(at: size - Self.endLength, count: Self.endLength) else {
      return nil
    }
    var count = 0
    var range = 0..<0
    let isPlain = unsafe end.withUnsafeBytes { end in
      guard unsafe end.little32(0) == 0x0605_4B50, unsafe end.little32(4) == 0 else { return false }
      count = unsafe end.little16(8)
      let (length, start) = unsafe (end.little32(12), end.little32(16))
      range = start..<start + length
      return unsafe count == end.little16(10) && end.little16(20) == 0
        && range.upperBound == size - Self.endLength && length <= Self.longest
    }
    guard isPlain, let bytes = stream.bytes(at: range.lowerBound, count: range.count) else {
      return nil
    }
    members.reserveCapacity(count)
    let isWhole = unsafe bytes.withUnsafeBytes { unsafe read($0, count: count) }
    guard isWhole else { return nil }
  }

  /// The member of a name, if there is exactly one, and it is plain.
  func member(_ name: [UInt8]) -> Member? { members[name] ?? nil }

  /// - Returns: false if the bytes are not exactly so many headers.
  private mutating func read(_ bytes: UnsafeRawBufferPointer, count: Int) -> Bool {
    var at = 0
    for _ in 0..<count {
      guard bytes.count - at >= Self.headerLength, unsafe bytes.little32(at) == 0x0201_4B50 else {
        return false
      }
      let length = unsafe bytes.little16(at + 28)
      let end =
        unsafe at + Self.headerLength + length + bytes.little16(at + 30)
        + bytes.little16(at + 32)
      guard end <= bytes.count else { return false }
      let start = at + Self.headerLength
      let name = unsafe Array(bytes[start..<start + length])
      if members[name] == nil {
        members[name] = .some(unsafe Self.member(bytes, at: at))
      } else {
        members[name] = .some(nil)
      }
      at = end
    }
    return at == bytes.count
  }

  /// The member of a header that lies in the bytes as a whole.
  private static func member(_ bytes: UnsafeRawBufferPointer, at: Int) -> Member? {
    let (flags, method) = unsafe (bytes.little16(at + 8), bytes.little16(at + 10))
    // Compression levels (1 and 2), a descriptor (3), names in UTF-8 (11): nothing else is plain.
    guard flags & ~0x080E == 0, method == 0 || method == 8, unsafe bytes.little16(at + 34) == 0
    else {
      return nil
    }
    let member = unsafe Member(
      offset: bytes.little32(at + 42), compressedSize: bytes.little32(at + 20),
      size: bytes.little32(at + 24), checksum: UInt32(bytes.little32(at + 16)),
      isDeflated: method == 8, hasDescriptor: flags & 8 != 0)
    return method == 8 || member.size == member.compressedSize ? member : nil
  }
}
