internal import Findings

/// Collects the bytes of one file or member and hands them out as documents: one for a small input,
/// overlapping segments for one that is too large to be held whole.
struct SegmentWriter {
  private let origin: Origin
  private let limits: InputLimits
  private var bytes: [UInt8] = []
  private var start = Document.Start.zero
  private var ownedFrom = 0
  private var order: UTF16Transcoding.ByteOrder?
  /// All bytes that came in.
  private(set) var total = 0
  private var hasEmitted = false

  init(origin: Origin, limits: InputLimits, sizeHint: Int = 0) {
    self.origin = origin
    self.limits = limits
    bytes.reserveCapacity(min(max(sizeHint, 0), limits.segmentBytes))
  }

  /// Adds bytes and hands out the segments that are full.
  mutating func append(_ chunk: Span<UInt8>, emit: (Document) -> Void) {
    total += chunk.count
    unsafe chunk.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    while bytes.count >= limits.segmentBytes + limits.overlapBytes {
      cut(at: boundary(), emit: emit)
    }
  }

  /// Adds bytes that are held anyway, without copying them where they are all there is.
  mutating func append(whole content: [UInt8], emit: (Document) -> Void) {
    if bytes.isEmpty, content.count < limits.segmentBytes + limits.overlapBytes {
      bytes = content
      total += content.count
    } else {
      append(content.span, emit: emit)
    }
  }

  /// Reads at most `room` bytes of a file straight into the segment; 0 at the end.
  mutating func append(
    upTo room: Int, from file: borrowing FileDescriptor, emit: (Document) -> Void
  ) throws(FileDescriptor.Refusal) -> Int {
    var outcome = Result<Int, FileDescriptor.Refusal>.success(0)
    bytes.append(addingCapacity: room) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        outcome = Result { () throws(FileDescriptor.Refusal) in
          unsafe try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        if case .success(let count) = outcome { initialized = count }
      }
    }
    let count = try outcome.get()
    total += count
    while bytes.count >= limits.segmentBytes + limits.overlapBytes {
      cut(at: boundary(), emit: emit)
    }
    return count
  }

  /// Jumps over a hole of a sparse file: what stood before it is handed out.
  mutating func skip(_ count: Int, emit: (Document) -> Void) {
    guard count > 0 else { return }
    finish(emit: emit)
    start = Document.Start(
      offset: start.offset + bytes.count + count, lines: start.lines + newlines(bytes[...]),
      columns: columns(after: bytes[...]) + count)
    total += count
    bytes.removeAll(keepingCapacity: true)
    ownedFrom = 0
  }

  /// Hands out what is left.
  mutating func finish(emit: (Document) -> Void) {
    if bytes.count > ownedFrom || !hasEmitted { hand(out: bytes.count, upTo: bytes.count, emit) }
    ownedFrom = bytes.count
  }

  /// Where to cut: behind the last newline of the segment's last mebibyte, else at its end.
  private func boundary() -> Int {
    let end = limits.segmentBytes
    let newline = bytes[max(ownedFrom, end - (1 << 20))..<end].lastIndex(of: UInt8(ascii: "\n"))
    let cut = newline.map { $0 + 1 } ?? end
    return max(cut & ~1, ownedFrom + 2)
  }

  private mutating func cut(at end: Int, emit: (Document) -> Void) {
    hand(out: min(bytes.count, end + limits.overlapBytes), upTo: end, emit)
    let keptFrom = max(0, end - limits.overlapBytes) & ~1
    let dropped = bytes[..<keptFrom]
    start = Document.Start(
      offset: start.offset + keptFrom, lines: start.lines + newlines(dropped),
      columns: columns(after: dropped))
    ownedFrom = end - keptFrom
    bytes.removeSubrange(..<keptFrom)
  }

  private mutating func hand(out end: Int, upTo ownedEnd: Int, _ emit: (Document) -> Void) {
    if !hasEmitted { order = UTF16Transcoding.order(bytes) }
    hasEmitted = true
    guard let order else {
      emit(
        Document(
          bytes: end == bytes.count ? bytes : Array(bytes[..<end]), origin: origin, start: start,
          owned: ownedFrom..<ownedEnd))
      return
    }
    var text: [UInt8] = []
    var map = OffsetMap()
    let first = start.offset == 0 ? min(2, ownedEnd) : 0
    UTF16Transcoding.append(
      bytes[first..<max(first, ownedFrom)], order: order, to: &text, map: &map)
    let from = text.count
    UTF16Transcoding.append(
      bytes[max(first, ownedFrom)..<ownedEnd], order: order, to: &text, map: &map)
    let upTo = text.count
    UTF16Transcoding.append(bytes[ownedEnd..<end], order: order, to: &text, map: &map)
    emit(Document(bytes: text, map: map, origin: origin, start: start, owned: from..<upTo))
  }

  private func newlines(_ piece: ArraySlice<UInt8>) -> Int {
    guard order != nil else {
      return piece.reduce(into: 0) { $0 += $1 == UInt8(ascii: "\n") ? 1 : 0 }
    }
    return stride(from: piece.startIndex, to: piece.endIndex - 1, by: 2).reduce(into: 0) {
      $0 += isNewline(piece, $1) ? 1 : 0
    }
  }

  private func columns(after piece: ArraySlice<UInt8>) -> Int {
    guard order != nil else {
      guard let newline = piece.lastIndex(of: UInt8(ascii: "\n")) else {
        return start.columns + UTF16Units.count(piece)
      }
      return UTF16Units.count(piece[(newline + 1)...])
    }
    var at = piece.endIndex - 2
    while at >= piece.startIndex, !isNewline(piece, at) { at -= 2 }
    return at >= piece.startIndex
      ? (piece.endIndex - at - 2) / 2 : start.columns + piece.count / 2
  }

  private func isNewline(_ piece: ArraySlice<UInt8>, _ at: Int) -> Bool {
    let (first, second) = (piece[at], piece[at + 1])
    return order == .little
      ? first == UInt8(ascii: "\n") && second == 0 : first == 0 && second == UInt8(ascii: "\n")
  }
}
