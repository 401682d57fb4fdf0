internal import Deflate

/// Reads plain members of a zip that can seek, each at once by libdeflate.
///
/// What it gives is what libarchive would: all of the member's bytes, with a right checksum, where
/// local header and central directory say the same. Of any other member it gives nothing.
@safe final class ZipMemberReader {
  private let stream: ByteStream
  private let directory: ZipDirectory
  private let inflater = Inflater()
  private var input = Buffer()
  private var output = Buffer()

  /// A larger member is read piece by piece, by libarchive.
  private static let largest = 16 << 20
  private static let headerLength = 30
  private static let longestDescriptor = 16

  /// - Returns: nil without a plain central directory.
  init?(_ stream: ByteStream) {
    guard let directory = ZipDirectory(stream) else { return nil }
    self.stream = stream
    self.directory = directory
  }

  /// The content of a member, valid until the next call; nil if it has to be read another way.
  ///
  /// - Complexity: O(bytes of the member).
  func content(of name: [UInt8], size: Int?) -> UnsafeRawBufferPointer? {
    guard let member = directory.member(name), size == member.size,
      member.size <= Self.largest, member.compressedSize <= Self.largest,
      !member.isDeflated || Inflater.isPossible(member.size, from: member.compressedSize),
      let start = dataStart(of: member, name)
    else { return nil }
    let most = (stream.size ?? 0) - start
    guard most >= member.compressedSize else { return nil }
    let wanted = member.compressedSize + (member.hasDescriptor ? Self.longestDescriptor : 0)
    let room = unsafe input.room(min(wanted, most))
    guard unsafe stream.copy(at: start, into: room) else { return nil }
    let compressed = unsafe UnsafeRawBufferPointer(rebasing: room[..<member.compressedSize])
    let rest = unsafe UnsafeRawBufferPointer(rebasing: room[member.compressedSize...])
    if member.hasDescriptor, unsafe !Self.describes(rest, member) { return nil }
    var content = unsafe compressed
    if member.isDeflated {
      let made = unsafe output.room(member.size)
      guard unsafe inflater.inflate(compressed, as: .none, into: made) else { return nil }
      unsafe content = UnsafeRawBufferPointer(made)
    }
    return unsafe Inflater.crc32(content) == member.checksum ? content : nil
  }

  /// Where a member's bytes begin; nil if its local header says anything else than the directory.
  private func dataStart(of member: ZipDirectory.Member, _ name: [UInt8]) -> Int? {
    let length = Self.headerLength + name.count
    guard let bytes = stream.bytes(at: member.offset, count: length) else { return nil }
    return unsafe bytes.withUnsafeBytes { header in
      guard unsafe header.little32(0) == 0x0403_4B50,
        unsafe header.little16(6) & ~0x0806 == (member.hasDescriptor ? 8 : 0),
        unsafe header.little16(8) == (member.isDeflated ? 8 : 0),
        unsafe header.little16(26) == name.count,
        unsafe header[Self.headerLength...].elementsEqual(name),
        unsafe member.hasDescriptor || Self.agrees(header, at: 14, member)
      else { return nil }
      return unsafe member.offset + length + header.little16(28)
    }
  }

  /// Whether checksum and sizes at an offset are those of the directory.
  private static func agrees(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, _ member: ZipDirectory.Member
  ) -> Bool {
    unsafe bytes.little32(offset) == Int(member.checksum)
      && bytes.little32(offset + 4) == member.compressedSize
      && bytes.little32(offset + 8) == member.size
  }

  /// Whether a descriptor says what the directory says; its marker is optional (APPNOTE 4.3.9.3).
  private static func describes(_ bytes: UnsafeRawBufferPointer, _ member: ZipDirectory.Member)
    -> Bool
  {
    if bytes.count >= 16, unsafe bytes.little32(0) == 0x0807_4B50 {
      return unsafe agrees(bytes, at: 4, member)
    }
    return unsafe bytes.count >= 12 && agrees(bytes, at: 0, member)
  }
}
