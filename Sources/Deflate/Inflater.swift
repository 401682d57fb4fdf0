internal import CLibDeflate

/// Decompresses streams that are held whole: the door to libdeflate. For one thread.
@safe public struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// `libdeflate_alloc_decompressor`.
  public init() {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
      fatalError("no memory for a decompressor")
    }
    unsafe self.decompressor = unsafe decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// Whether so many bytes can come of so many: deflate makes at most 1,032 bytes of one (RFC 1951: a
  /// match of 258 bytes in two bits), so that a larger claim is not worth the memory.
  public static func isPossible(_ size: Int, from compressed: Int) -> Bool {
    size <= compressed.multipliedReportingOverflow(by: 1032).partialValue
  }

  /// The most that a compressor makes of bytes that it cannot compress.
  public static func mostCompressed(_ size: Int) -> Int { size + size / 8 + 1024 }

  /// What became of a stream.
  public enum Outcome: Sendable {
    case whole, damaged, tooLarge
  }

  /// What surrounds the compressed bytes.
  public enum Wrapping: Sendable {
    /// Nothing (RFC 1951), as in a zip.
    case none
    /// gzip (RFC 1952), one member of it.
    case gzip
  }

  /// Decompresses the zlib stream (RFC 1950) that the input begins with, and puts it into the output
  /// in place of what it held: `libdeflate_zlib_decompress`. O(bytes).
  ///
  /// - Returns: `false` if the stream is damaged, its check sum is wrong, or it is not of this size.
  public func inflate(_ input: Span<UInt8>, size: Int, into output: inout [UInt8]) -> Bool {
    guard Self.isPossible(size, from: input.count) else { return false }
    return inflate(input, upTo: size, into: &output) == .whole && output.count == size
  }

  /// Decompresses a zlib stream of unknown size. O(bytes).
  public func inflate(_ input: Span<UInt8>, upTo most: Int, into output: inout [UInt8]) -> Outcome {
    output.removeAll(keepingCapacity: true)
    var outcome = Outcome.damaged
    output.append(addingCapacity: most) { span in
      unsafe span.withUnsafeMutableBufferPointer { buffer, initialized in
        var made = 0
        let result = unsafe input.withUnsafeBufferPointer { source in
          unsafe libdeflate_zlib_decompress(
            decompressor, source.baseAddress, source.count, buffer.baseAddress, most, &made)
        }
        switch result {
        case LIBDEFLATE_SUCCESS: (outcome, initialized) = (.whole, made)
        case LIBDEFLATE_INSUFFICIENT_SPACE: outcome = .tooLarge
        default: outcome = .damaged
        }
      }
    }
    return outcome
  }

  /// Decompresses what is exactly one stream of a known size: `libdeflate_deflate_decompress_ex` and
  /// `libdeflate_gzip_decompress_ex`. O(bytes).
  ///
  /// - Parameter output: has room for exactly `output.count` bytes.
  /// - Returns: `false` if the stream is damaged, or if it or its content has another length; what
  ///   stands in the output means nothing then.
  public func inflate(
    _ input: UnsafeRawBufferPointer, as wrapping: Wrapping,
    into output: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var taken = 0
    var made = 0
    let result =
      switch wrapping {
      case .none:
        unsafe libdeflate_deflate_decompress_ex(
          decompressor, input.baseAddress, input.count, output.baseAddress, output.count, &taken,
          &made)
      case .gzip:
        unsafe libdeflate_gzip_decompress_ex(
          decompressor, input.baseAddress, input.count, output.baseAddress, output.count, &taken,
          &made)
      }
    return result == LIBDEFLATE_SUCCESS && taken == input.count && made == output.count
  }

  /// The check sum of zip and gzip: `libdeflate_crc32`. O(bytes).
  public static func crc32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    unsafe libdeflate_crc32(0, bytes.baseAddress, bytes.count)
  }
}
