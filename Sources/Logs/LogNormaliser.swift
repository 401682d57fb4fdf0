internal import Findings

/// Turns raw log bytes into text to match, in one pass: byte order marks and record frames are
/// left out, continued records joined, carriage returns made into newlines, escape sequences left
/// out even inside a word.
struct LogNormaliser {
  /// The raw bytes.
  let raw: [UInt8]
  /// The text, once ``run()`` is through.
  private(set) var builder: TextBuilder
  /// Raw offsets of the lines' timestamps, ascending. Documents are far below 4 GiB; beyond it,
  /// times are unknown.
  private(set) var stamps: [UInt32] = []

  private let frame: @Sendable (Span<UInt8>) -> LogFrame
  /// Where lines begin that were joined to an earlier record.
  private var joined: Set<Int> = []
  /// A carriage return at the end of a piece: nothing, if the record ends there as well.
  private var pendingReturn: Int?
  /// An escape sequence that the end of a piece cut.
  private var cut: Range<Int>?
  /// Texts inside escape sequences of the record; they follow it as lines of their own.
  private var asides: [Range<Int>] = []

  init(_ raw: [UInt8], format: LogFormat) {
    self.raw = raw
    frame = format.frame
    builder = TextBuilder(capacity: raw.count)
  }

  /// Reads all lines. O(bytes).
  mutating func run() {
    var at = 0
    while at < raw.count {
      let end = raw.offset(of: Byte.newline, in: at..<raw.count)
      let (frame, message) = message(of: at..<end)
      if let time = frame.time, let stamp = UInt32(exactly: time) { stamps.append(stamp) }
      if joined.isEmpty || joined.remove(at) == nil {
        strip(message)
        let last = frame.stream.map { join($0, after: end) } ?? end
        endRecord(at: last)
      }
      at = end + 1
    }
  }

  /// The frame of a raw line, its time as an offset of the document, and where its message stands.
  private func message(of line: Range<Int>) -> (LogFrame, Range<Int>) {
    var start = line.lowerBound
    // Files that were joined by a server hold a mark wherever one of them began.
    while raw.hasByteOrderMark(at: start) { start += 3 }
    var frame = self.frame(raw.span.extracting(start..<line.upperBound))
    frame.time = frame.time.map { $0 + start }
    start += frame.length
    while frame.length > 0, raw.hasByteOrderMark(at: start) { start += 3 }
    return (frame, start..<line.upperBound)
  }

  /// Appends what continues the record of a stream that ended at `end`.
  ///
  /// Records of other streams may stand between, so the next lines are searched; how many is
  /// bounded, since most records are not continued.
  ///
  /// - Returns: where the last piece ends.
  private mutating func join(_ stream: UInt32, after end: Int) -> Int {
    var last = end
    var at = end + 1
    var lines = 32
    while at < raw.count, lines > 0 {
      let end = raw.offset(of: Byte.newline, in: at..<raw.count)
      let (frame, message) = message(of: at..<end)
      if frame.stream == stream {
        guard frame.continues else { break }
        joined.insert(at)
        strip(message)
        last = end
        lines = 32
      }
      lines -= 1
      at = end + 1
    }
    return last
  }

  /// Copies a piece of a record without its carriage returns and escape sequences.
  private mutating func strip(_ piece: Range<Int>) {
    var at = piece.lowerBound
    let end = piece.upperBound
    if let cut { at = resume(cut, in: piece) }
    if let pending = pendingReturn {
      while at < end, raw[at] == Byte.carriageReturn { at += 1 }
      guard at < end else { return }
      builder.newline(at: pending, replacing: true)
      pendingReturn = nil
    }
    var escape = at - 1
    var carriageReturn = at - 1
    while at < end {
      if escape < at { escape = raw.offset(of: Byte.escape, in: at..<end) }
      if carriageReturn < at {
        carriageReturn = raw.offset(of: Byte.carriageReturn, in: at..<end)
      }
      let special = min(escape, carriageReturn)
      builder.copy(at..<special, of: raw)
      guard special < end else { return }
      at =
        special == escape ? skipSequence(at: special, end) : endLine(at: special, end)
    }
  }

  /// Where the text goes on after an escape sequence.
  private mutating func skipSequence(at start: Int, _ end: Int) -> Int {
    switch EscapeSequence.read(raw.span.extracting(start..<end)) {
    case .whole(let length, let payload):
      if let payload { setAside(start + payload.lowerBound..<start + payload.upperBound) }
      return start + length
    case .unfinished:
      cut = start..<end
      return end
    case .none:
      return start + 1
    }
  }

  /// Keeps the text of a link or a title: an address can hold a token. Clocks are not kept.
  private mutating func setAside(_ payload: Range<Int>) {
    guard payload.count >= 8, !raw.span.starts(with: "bk;", at: payload.lowerBound) else { return }
    asides.append(payload)
  }

  /// Turns a run of carriage returns into one newline, unless the record ends behind it.
  private mutating func endLine(at start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, raw[at] == Byte.carriageReturn { at += 1 }
    if at == end {
      pendingReturn = start
    } else {
      builder.newline(at: start, replacing: true)
    }
    return at
  }

  /// Completes a cut sequence with the record's next piece.
  ///
  /// - Returns: where the text of the piece begins.
  private mutating func resume(_ start: Range<Int>, in piece: Range<Int>) -> Int {
    cut = nil
    let whole = Array(raw[start]) + raw[piece].prefix(256)
    // A string's text would have to be set aside in two parts: it stays where it is.
    if start.count <= 256, case .whole(let length, nil) = EscapeSequence.read(whole.span),
      length > start.count
    {
      return piece.lowerBound + length - start.count
    }
    builder.copy(start.lowerBound + 1..<start.upperBound, of: raw)
    return piece.lowerBound
  }

  /// Ends a record at the newline of its last piece, or at the end of the bytes.
  private mutating func endRecord(at newline: Int) {
    if let cut { builder.copy(cut.lowerBound + 1..<cut.upperBound, of: raw) }
    cut = nil
    pendingReturn = nil
    if newline < raw.count { builder.newline(at: newline) }
    guard !asides.isEmpty else { return }
    for aside in asides {
      if builder.bytes.last != Byte.newline {
        builder.newline(at: aside.lowerBound - 1, replacing: true)
      }
      builder.copy(aside, of: raw)
      builder.newline(at: aside.upperBound, replacing: true)
    }
    asides.removeAll(keepingCapacity: true)
  }
}
