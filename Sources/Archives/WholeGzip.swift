internal import Deflate

/// A gzip file of one member, decompressed at once; as a source, its content.
@safe final class WholeGzip: ByteSource {
  private var output = Buffer()
  private let content: UnsafeRawBufferPointer
  private var offset = 0
  let fault: ArchiveFault? = nil

  /// Larger files are decompressed piece by piece.
  private static let largest = 16 << 20
  /// A header, an empty block, checksum and length.
  private static let shortest = 20

  /// - Parameter stream: stands anywhere, and stays there.
  /// - Returns: nil unless the stream can seek, and all of it is one whole member: damage, further
  ///   members and what may follow them are the business of who reads it piece by piece.
  init?(_ stream: ByteStream) {
    guard let size = stream.size, (Self.shortest...Self.largest).contains(size) else { return nil }
    var input = Buffer()
    let bytes = unsafe input.room(size)
    guard unsafe stream.copy(at: 0, into: bytes) else { return nil }
    let compressed = UnsafeRawBufferPointer(bytes)
    // The last four bytes are the content's length (RFC 1952 §2.3.1).
    let length = unsafe compressed.little32(size - 4)
    guard length <= Self.largest, Inflater.isPossible(length, from: size) else { return nil }
    let room = unsafe output.room(length)
    guard unsafe Inflater().inflate(compressed, as: .gzip, into: room) else { return nil }
    unsafe content = UnsafeRawBufferPointer(room)
  }

  func next() -> UnsafeRawBufferPointer {
    let end = unsafe min(content.count, offset + (256 << 10))
    defer { offset = end }
    return unsafe UnsafeRawBufferPointer(rebasing: content[offset..<end])
  }
}
