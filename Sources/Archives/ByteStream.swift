import Glibc

/// A source read with look-ahead, and with a way back while it is not yet clear what it holds.
///
/// The blocks of the source are passed on as they are; bytes are copied only where a look-ahead
/// crosses a block, and between `mark` and `commit`.
@safe final class ByteStream {
  /// How far a `mark` on a stream that cannot seek reaches: the longest first header of any
  /// format (pax and GNU headers up to 1 MiB each, a block of bzip2) fits.
  private static let markWindow = 4 << 20

  private let source: any ByteSource
  private let budget: WalkBudget?
  private let depth: Int
  /// The unread bytes: a part of the source's block, or the tail of `held`.
  private var pending = unsafe noBytes
  private var pendingIsHeld = false
  private var held: UnsafeMutableRawPointer?
  private var heldCapacity = 0
  private var heldCount = 0
  private var marked: Int?
  private var ended = false
  /// The offset of the next unread byte.
  private(set) var position = 0

  /// - Parameter budget: counts the bytes; nil where they were counted before.
  init(_ source: any ByteSource, depth: Int, budget: WalkBudget?) {
    self.source = source
    self.depth = depth
    self.budget = budget
  }

  deinit {
    unsafe free(held)
  }

  var size: Int? { source.size }

  /// Whether the way back lies in `held`, because the source cannot seek.
  private var isRecording: Bool { marked != nil && size == nil }

  /// Why the bytes ended, once they have; nil for a good end.
  var fault: ArchiveFault? {
    if depth > 0, let limit = budget?.met { return .limited(limit) }
    return source.fault
  }

  /// The next unread bytes, valid until the next call; empty at the end.
  func available() -> UnsafeRawBufferPointer {
    if unsafe pending.isEmpty { refill() }
    return unsafe pending
  }

  /// The next unread bytes, at least `count` of them unless the end comes first.
  func peek(_ count: Int) -> UnsafeRawBufferPointer {
    _ = unsafe available()
    while unsafe pending.count < count, !ended {
      gather()
      let block = unsafe fetch()
      if unsafe !block.isEmpty { unsafe keep(block) }
    }
    return unsafe pending
  }

  /// Reads all up to the end into memory.
  /// - Returns: all unread bytes, or nil when they are more than `most`; no byte is lost then.
  func holdAll(most: Int) -> UnsafeRawBufferPointer? {
    let all = unsafe peek(most == .max ? most : most + 1)
    return unsafe all.count <= most ? all : nil
  }

  /// - Parameter count: at most what `available` or `peek` gave.
  func consume(_ count: Int) {
    let count = unsafe min(count, pending.count)
    unsafe pending = unsafe UnsafeRawBufferPointer(rebasing: pending[count...])
    position += count
  }

  /// Consumes this many bytes, or all up to the end.
  func skip(_ count: Int) {
    var left = count
    while left > 0 {
      let block = unsafe available()
      if unsafe block.isEmpty { return }
      let step = min(left, block.count)
      consume(step)
      left -= step
    }
  }

  /// Consumes all up to the end.
  func drain() {
    skip(.max)
  }

  /// Goes on at this offset; only for a source with a size.
  func seek(to offset: Int) {
    source.seek(to: offset)
    position = offset
    unsafe pending = unsafe noBytes
    pendingIsHeld = false
    ended = false
  }

  /// Fills a buffer with the bytes at an offset, and stays where it stands.
  ///
  /// - Returns: false unless the source can seek and holds them all. They are counted as read.
  func copy(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Bool {
    guard let size, offset >= 0, buffer.count <= size - min(offset, size),
      unsafe source.copy(at: offset, into: buffer) == buffer.count
    else { return false }
    return (budget?.admit(buffer.count, depth: depth) ?? buffer.count) == buffer.count
  }

  /// The bytes at an offset; nil as for `copy`.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard let size, count <= size else { return nil }
    var isWhole = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let room = unsafe UnsafeMutableRawBufferPointer(
        start: buffer.baseAddress, count: count)
      isWhole = unsafe copy(at: offset, into: room)
      initialized = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  /// Remembers this place until `commit`.
  func mark() {
    if size == nil { gather() }
    marked = position
  }

  /// Gives up the way back.
  func commit() {
    marked = nil
    // The end may have been that of the window.
    ended = false
  }

  /// Goes back to the mark.
  func rewind() {
    guard let place = marked else { return }
    marked = nil
    if size != nil { return seek(to: place) }
    unsafe pending = UnsafeRawBufferPointer(start: held, count: heldCount)
    pendingIsHeld = true
    position = place
    ended = false
  }

  private func refill() {
    let block = unsafe fetch()
    if isRecording {
      if unsafe !block.isEmpty { unsafe keep(block) }
    } else {
      unsafe pending = unsafe block
      pendingIsHeld = false
    }
  }

  /// The source's next block, as far as limits allow.
  private func fetch() -> UnsafeRawBufferPointer {
    guard !ended else { return unsafe noBytes }
    if isRecording, heldCount >= Self.markWindow {
      ended = true
      return unsafe noBytes
    }
    let block = unsafe source.next()
    let count = budget?.admit(block.count, depth: depth) ?? block.count
    ended = count == 0
    return unsafe UnsafeRawBufferPointer(rebasing: block[..<count])
  }

  /// Makes the unread bytes the tail of `held`; without a mark, all of it.
  private func gather() {
    guard pendingIsHeld else {
      heldCount = 0
      return unsafe keep(pending)
    }
    if !isRecording, let start = unsafe held, let from = unsafe pending.baseAddress {
      heldCount = unsafe pending.count
      unsafe memmove(start, from, heldCount)
      unsafe pending = UnsafeRawBufferPointer(start: start, count: heldCount)
    }
  }

  /// Appends a block to `held`, and so to the unread bytes.
  private func keep(_ block: UnsafeRawBufferPointer) {
    let unread = unsafe pendingIsHeld ? pending.count : 0
    let needed = heldCount + block.count
    if unsafe needed > heldCapacity || held == nil {
      heldCapacity = max(needed, heldCapacity * 2, 64 << 10)
      unsafe held = unsafe realloc(held, heldCapacity)
    }
    guard let start = unsafe held else { fatalError("out of memory") }
    if let from = block.baseAddress {
      unsafe memcpy(start + heldCount, from, block.count)
    }
    heldCount = needed
    let tail = unread + block.count
    unsafe pending = UnsafeRawBufferPointer(start: start + (needed - tail), count: tail)
    pendingIsHeld = true
  }
}
