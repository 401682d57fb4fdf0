/// A stack of nodes that are moved in and out, never copied: copying costs as much as libyaml does,
/// for each node holds references to count.
@safe struct PendingNodes: ~Copyable {
  private var base: UnsafeMutablePointer<YAMLNode>
  private var capacity = 64
  private(set) var count = 0

  init() {
    unsafe base = .allocate(capacity: capacity)
  }

  deinit {
    unsafe base.deinitialize(count: count)
    unsafe base.deallocate()
  }

  mutating func append(_ node: consuming YAMLNode) {
    if count == capacity {
      let larger = UnsafeMutablePointer<YAMLNode>.allocate(capacity: capacity * 2)
      unsafe larger.moveInitialize(from: base, count: count)
      unsafe base.deallocate()
      unsafe base = larger
      capacity *= 2
    }
    unsafe (base + count).initialize(to: node)
    count += 1
  }

  /// The bytes of a node; `nil` beyond the end.
  func range(at index: Int) -> Range<Int>? {
    guard index >= 0, index < count else { return nil }
    return unsafe base[index].range
  }

  mutating func removeLast(_ number: Int) {
    let number = min(max(number, 0), count)
    count -= number
    unsafe (base + count).deinitialize(count: number)
  }

  /// Takes the nodes from `first` on as the elements of a sequence.
  mutating func takeElements(from first: Int) -> [YAMLNode] {
    let number = max(count - first, 0)
    count -= number
    let source = unsafe base + count
    return unsafe Array(unsafeUninitializedCapacity: number) { buffer, initialized in
      unsafe buffer.baseAddress?.moveInitialize(from: source, count: number)
      initialized = number
    }
  }

  /// Takes the nodes from `first` on, an even number, as keys and values.
  mutating func takeEntries(from first: Int) -> [YAMLEntry] {
    let number = max(count - first, 0) / 2
    count -= number * 2
    let source = unsafe base + count
    return unsafe Array(unsafeUninitializedCapacity: number) { buffer, initialized in
      for index in 0..<number {
        let key = unsafe source + index * 2
        unsafe buffer.initializeElement(
          at: index, to: YAMLEntry(key: key.move(), value: (key + 1).move()))
      }
      initialized = number
    }
  }
}
