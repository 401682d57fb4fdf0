internal import Deflate

/// Reads the entries of packs, for one thread: the buffers that this takes are kept.
struct EntryReader: ~Copyable {
  let inflater = Inflater()
  private var window = PackWindow()
  private var delta: [UInt8] = []
  /// How many entries were decompressed; tests hold it against the number of objects.
  private(set) var inflated = 0

  /// Decompresses an entry and puts its bytes, which may be a delta, in place of what an array held.
  ///
  /// - Parameter most: the largest result that is wanted.
  /// - Returns: `false` if the entry is damaged or too large.
  mutating func inflate(
    _ entry: Int, of pack: Pack, most: Int, into bytes: inout [UInt8]
  ) -> Bool {
    let size = pack.size(of: entry)
    guard size <= most else { return false }
    let range = pack.order.range(of: entry)
    let length = min(range.count, EntryHeader.longest + Inflater.mostCompressed(size))
    inflated += 1
    return window.read(range.lowerBound..<range.lowerBound + length, of: pack.file) { stored in
      guard let header = EntryHeader(stored), header.size == size else { return false }
      return inflater.inflate(
        stored.extracting(header.length...), size: size, into: &bytes)
    } ?? false
  }

  /// Makes the object of an entry that is a delta.
  ///
  /// - Parameters:
  ///   - base: the bytes of its base.
  ///   - most: the largest object that is wanted.
  ///   - bytes: gets the object, in place of what it held.
  ///   - operations: gets how it was made, in place of what it held.
  /// - Returns: `false` if the delta is damaged or its object too large.
  mutating func apply(
    _ entry: Int, of pack: Pack, to base: [UInt8], most: Int, into bytes: inout [UInt8],
    operations: inout [DeltaOperation]
  ) -> Bool {
    // Out of the structure for a moment, because inflating changes the other parts of it.
    var instructions: [UInt8] = []
    swap(&instructions, &delta)
    defer { swap(&instructions, &delta) }
    guard inflate(entry, of: pack, most: most, into: &instructions),
      let delta = Delta(
        instructions.span, baseSize: base.count, most: most, operations: &operations)
    else { return false }
    delta.apply(instructions.span, to: base.span, into: &bytes)
    return true
  }
}
