internal import Findings

/// Collects the bytes of one file or member and hands them out as documents: one for a small input,
/// overlapping segments for one that is too large to be held whole.
struct SegmentWriter {
  private let origin: Origin
  private let limits: InputLimits
  private let emit: (Document) -> Void
  private var bytes: [UInt8] = []
  private var start = Document.Start.zero
  /// Where the part of `bytes` begins that no segment has answered for.
  private var ownedFrom = 0
  private var order: UTF16Transcoding.ByteOrder?
  /// Whether `bytes` still begin where the input begins, with its byte order mark.
  private var isFresh = true
  /// All bytes that came in, without holes.
  private(set) var total = 0
  /// How many are expected.
  private var expected = 0
  /// How far a segment may go beyond its end before it is handed out: as far as one read goes.
  private static let slack = 1 << 20

  /// - Parameter emit: takes the segments, in order.
  init(origin: Origin, limits: InputLimits, emit: @escaping (Document) -> Void) {
    self.origin = origin
    self.limits = limits
    self.emit = emit
  }

  /// The offset of the next byte.
  var end: Int { start.offset + bytes.count }

  /// Makes room for a file of this size.
  mutating func reserve(_ size: Int) {
    expected = size
    makeRoom()
  }

  private mutating func makeRoom() {
    let left = max(0, expected - total)
    bytes.reserveCapacity(min(bytes.count + left, length + overlap + Self.slack))
  }

  /// Adds bytes.
  mutating func append(_ chunk: Span<UInt8>) {
    unsafe chunk.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    took(chunk.count)
  }

  /// Adds bytes that are held anyway, without copying them where they are all there is.
  mutating func append(whole content: [UInt8]) {
    // Room that was reserved is for more than this.
    if bytes.isEmpty, bytes.capacity <= content.count { bytes = content } else { bytes += content }
    took(content.count)
  }

  /// Reads at most `room` bytes of a file straight into the segment; 0 at the end.
  mutating func append(upTo room: Int, from file: borrowing FileDescriptor)
    throws(FileDescriptor.Refusal) -> Int
  {
    var outcome = Result<Int, FileDescriptor.Refusal>.success(0)
    bytes.append(addingCapacity: room) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        outcome = Result { () throws(FileDescriptor.Refusal) in
          unsafe try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        if case .success(let count) = outcome { initialized += count }
      }
    }
    let count = try outcome.get()
    took(count)
    return count
  }

  /// Jumps over a hole of a sparse file: what stood before it is handed out.
  mutating func skip(to offset: Int) {
    let hole = offset - end
    guard hole > 0 else { return }
    if bytes.count > ownedFrom { finish() }
    pass(bytes.count)
    bytes.removeAll(keepingCapacity: true)
    ownedFrom = 0
    start = Document.Start(
      offset: start.offset + hole, lines: start.lines,
      columns: start.columns + (order == nil ? hole : hole / 2))
    isFresh = false
  }

  /// Hands out what is left; of an empty input an empty document.
  mutating func finish() {
    if isFresh { order = UTF16Transcoding.order(bytes) }
    if isFresh || bytes.count > ownedFrom { hand(out: bytes.count, upTo: bytes.count) }
    ownedFrom = bytes.count
    isFresh = false
  }

  /// Hands out the segments that are full.
  private mutating func took(_ count: Int) {
    total += count
    if isFresh { order = UTF16Transcoding.order(bytes) }
    while bytes.count >= length + overlap {
      let end = cut()
      let kept = max(0, end - overlap)
      // Of what is handed out only that is copied which the next segment begins with.
      let rest = Array(bytes[kept...])
      bytes.removeSubrange((end + overlap)...)
      hand(out: bytes.count, upTo: end)
      pass(kept)
      // Memory that nobody holds any more is used again: new one costs as much as reading into it.
      bytes.removeAll(keepingCapacity: true)
      bytes += rest
      ownedFrom = end - kept
      isFresh = false
      makeRoom()
    }
  }

  /// The length of a segment. The map of UTF-16 may take ten times the room of its text.
  private var length: Int {
    max(8, (order == nil ? limits.segmentBytes : limits.segmentBytes / 8) & ~1)
  }
  private var overlap: Int { max(0, min(limits.overlapBytes, length / 2)) & ~1 }

  /// Where to cut: behind the last newline of the segment's last mebibyte, else at its end, but never
  /// inside a character of UTF-16.
  private func cut() -> Int {
    let from = max(ownedFrom, length - (1 << 20))
    guard let order else {
      let newline = bytes[from..<length].lastIndex(of: UInt8(ascii: "\n"))
      return newline.map { $0 + 1 } ?? length
    }
    for at in stride(from: length - 2, through: from, by: -2)
    where order.unit(bytes[at], bytes[at + 1]) == 0x0A { return at + 2 }
    let last = order.unit(bytes[length - 2], bytes[length - 1])
    return last & 0xFC00 == 0xD800 ? length - 2 : length
  }

  /// Hands out a segment of the first bytes; it answers for those before `ownedEnd`.
  private func hand(out end: Int, upTo ownedEnd: Int) {
    guard let order else {
      emit(
        Document(
          bytes: end == bytes.count ? bytes : Array(bytes[..<end]), origin: origin, start: start,
          owned: ownedFrom..<ownedEnd))
      return
    }
    var text: [UInt8] = []
    var map = OffsetMap()
    func decode(_ range: Range<Int>) -> Int {
      UTF16Transcoding.append(bytes[range], order: order, to: &text, map: &map)
      return text.count
    }
    let mark = start.offset == 0 ? 2 : 0
    let from = decode(mark..<max(mark, ownedFrom))
    let upTo = decode(max(mark, ownedFrom)..<ownedEnd)
    _ = decode(ownedEnd..<end)
    emit(Document(bytes: text, map: map, origin: origin, start: start, owned: from..<upTo))
  }

  /// Begins behind the first bytes.
  private mutating func pass(_ count: Int) {
    let piece = bytes[..<count]
    let lines: Int
    let columns: Int
    if let order {
      (lines, columns) = order.position(after: piece.dropFirst(start.offset == 0 ? 2 : 0))
    } else {
      lines = Newlines.count(in: bytes, 0..<count)
      let line = Newlines.endOfLast(in: bytes, 0..<count)
      columns = UTF16Units.count(piece[line...])
    }
    start = Document.Start(
      offset: start.offset + count, lines: start.lines + lines,
      columns: (lines == 0 ? start.columns : 0) + columns)
  }
}
