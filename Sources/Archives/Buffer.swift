/// Memory that is used again.
@safe struct Buffer: ~Copyable {
  private var memory = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)

  deinit { unsafe memory.deallocate() }

  /// So many bytes, whatever they hold; they take the place of those that were given before.
  mutating func room(_ count: Int) -> UnsafeMutableRawBufferPointer {
    if unsafe memory.count < count {
      unsafe memory.deallocate()
      unsafe memory = .allocate(byteCount: max(count, 64 << 10), alignment: 16)
    }
    return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[..<count])
  }
}
