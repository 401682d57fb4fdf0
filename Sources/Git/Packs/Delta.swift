internal import Glibc

/// A delta of a pack, decompressed and checked: how an object is made of its base.
struct Delta {
  /// The length of the base.
  let baseSize: Int
  /// The length of the object.
  let targetSize: Int
  /// Where the instructions begin.
  private let start: Int

  /// Reads a delta and checks each of its instructions, before memory is taken for the object.
  ///
  /// - Parameters:
  ///   - bytes: the decompressed delta.
  ///   - baseSize: the length of the base that is at hand.
  ///   - most: the largest object that is wanted.
  ///   - operations: gets the operations, joined, in place of what it held.
  /// - Returns: `nil` if the delta is damaged, is for a base of another size, or makes too large an
  ///   object.
  /// - Complexity: O(instructions).
  init?(_ bytes: Span<UInt8>, baseSize: Int, most: Int, operations: inout [DeltaOperation]) {
    operations.removeAll(keepingCapacity: true)
    var reader = DeltaReader()
    guard let claimed = reader.size(in: bytes), claimed == baseSize,
      let size = reader.size(in: bytes),
      size <= min(most, Int(Int32.max))
    else { return nil }
    self.baseSize = baseSize
    targetSize = size
    start = reader.place
    // The operation that the instructions so far may go on: where it copies from, `nil` for an
    // insert, and where it began.
    var source: Int?
    var begin = 0
    var target = 0
    func flush() {
      guard target > begin else { return }
      let length = target - begin
      operations.append(
        source.map { .copy(base: $0, target: begin, length: length) }
          ?? .insert(target: begin, length: length))
    }
    while let instruction = reader.next(in: bytes) {
      switch instruction {
      case .damaged: return nil
      case .copy(let from, let length):
        guard length <= baseSize, from <= baseSize - length, length <= size - target else {
          return nil
        }
        if source.map({ $0 + target - begin }) != from {
          flush()
          (source, begin) = (from, target)
        }
        target += length
      case .insert(_, let length):
        guard length <= size - target else { return nil }
        if source != nil {
          flush()
          (source, begin) = (nil, target)
        }
        target += length
      }
    }
    guard target == size else { return nil }
    flush()
  }

  /// Makes the object, in place of what the target held.
  ///
  /// - Parameters:
  ///   - bytes: the bytes that the delta was read from.
  ///   - base: the base.
  func apply(_ bytes: Span<UInt8>, to base: Span<UInt8>, into target: inout [UInt8]) {
    precondition(base.count == baseSize)
    target.removeAll(keepingCapacity: true)
    target.append(addingCapacity: targetSize) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        unsafe base.withUnsafeBufferPointer { base in
          unsafe bytes.withUnsafeBufferPointer { delta in
            guard targetSize > 0, let delta = delta.baseAddress, var end = buffer.baseAddress
            else { return }
            var reader = DeltaReader(place: start)
            // Every range was checked when the delta was read, and nothing has changed it since.
            while let instruction = reader.next(in: bytes) {
              switch instruction {
              case .damaged: fatalError("the delta was checked")
              case .copy(let from, let length):
                unsafe memcpy(end, base.baseAddress! + from, length)
                unsafe end += length
              case .insert(let from, let length):
                unsafe memcpy(end, delta + from, length)
                unsafe end += length
              }
            }
          }
        }
        initialized = targetSize
      }
    }
  }
}
