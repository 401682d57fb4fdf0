/// A row of blocks of bytes: a file, a decompressor, the current member of a container.
protocol ByteSource: AnyObject {
  /// The next block, valid until the next call; empty at the end, and from then on.
  func next() -> UnsafeRawBufferPointer
  /// Why the bytes ended; nil until the end and for a good end.
  var fault: ArchiveFault? { get }
  /// The size in bytes of a source that can be read from any place, otherwise nil.
  var size: Int? { get }
  /// Goes on at this offset. Called only when `size` is not nil.
  func seek(to offset: Int)
  /// Copies the bytes at an offset and stays where it is. Called only when `size` is not nil.
  /// - Returns: how many there were.
  func copy(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int
}

extension ByteSource {
  var size: Int? { nil }
  func seek(to offset: Int) {}
  func copy(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
}

/// The block that says: nothing more.
var noBytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: nil, count: 0) }
