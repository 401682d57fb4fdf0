internal import CLibDeflate

/// Decompresses zlib streams that are held whole: the door to libdeflate. For one thread.
@safe struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// `libdeflate_alloc_decompressor`.
  init() {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
      fatalError("no memory for a decompressor")
    }
    unsafe self.decompressor = unsafe decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// Deflate makes at most 1,032 bytes of one (RFC 1951: a match of 258 bytes in two bits): a larger
  /// claim is not worth the memory.
  static func isPossible(_ size: Int, from compressed: Int) -> Bool {
    size <= compressed.multipliedReportingOverflow(by: 1032).partialValue
  }

  /// The most that a compressor makes of bytes that it cannot compress.
  static func mostCompressed(_ size: Int) -> Int { size + size / 8 + 1024 }

  /// What became of a stream.
  enum Outcome {
    case whole, damaged, tooLarge
  }

  /// Decompresses the stream that the input begins with, and puts it into the output in place of
  /// what it held: `libdeflate_zlib_decompress`.
  ///
  /// - Returns: `false` if the stream is damaged, its check sum is wrong, or it is not of this size.
  func inflate(_ input: Span<UInt8>, size: Int, into output: inout [UInt8]) -> Bool {
    guard Self.isPossible(size, from: input.count) else { return false }
    return inflate(input, upTo: size, into: &output) == .whole && output.count == size
  }

  /// Decompresses a stream of unknown size.
  func inflate(_ input: Span<UInt8>, upTo most: Int, into output: inout [UInt8]) -> Outcome {
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
}
