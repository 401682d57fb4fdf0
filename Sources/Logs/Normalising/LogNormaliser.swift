internal import Findings

/// Turns raw log bytes into text to match, in one pass: byte order marks and record frames are
/// left out, continued records joined, carriage returns and the NULs of `env -0` made into
/// newlines, escape sequences left out even inside a word.
struct LogNormaliser {
  /// The raw bytes.
  let raw: [UInt8]
  /// The text, once ``run()`` is through.
  private(set) var builder: TextBuilder
  /// Where the lines' timestamps stand, ascending.
  private(set) var stamps: [LogStamp] = []
  /// From which text offsets on the records name another step.
  private(set) var steps: [(offset: Int, name: String)] = []

  private let frame: @Sendable (Span<UInt8>) -> LogFrame
  private var escapes = NextByte(Byte.escape)
  private var returns = NextByte(Byte.carriageReturn)
  private var nulls = NextByte(0)
  /// The first byte of a byte order mark.
  private var marks = NextByte(0xEF)
  /// Where none of the four stands, as far as that is known: most lines are copied as they are.
  private var plain = 0..<0
  /// Where lines begin that were joined to an earlier record.
  private var joined: Set<Int> = []
  /// A carriage return at the end of a piece: nothing, if the record ends there as well.
  private var pendingReturn: Int?
  /// An escape sequence that the end of a piece cut.
  private var cut: Range<Int>?
  /// Texts inside escape sequences of the record; they follow it as lines of their own.
  private var asides: [Range<Int>] = []

  init(_ raw: [UInt8], format: LogFormat, in memory: consuming [UInt8]) {
    self.raw = raw
    frame = format.frame
    builder = TextBuilder(capacity: raw.count, in: memory)
  }

  /// Reads all lines. O(bytes).
  mutating func run() {
    var at = 0
    while at < raw.count {
      let end = raw.offset(of: Byte.newline, in: at..<raw.count)
      let (frame, message) = message(of: at..<end)
      if let time = frame.time, let stamp = LogStamp(time) { stamps.append(stamp) }
      if joined.isEmpty || joined.remove(at) == nil {
        if let step = frame.step { note(step) }
        strip(message)
        endRecord(at: frame.stream == nil ? end : join(frame, after: end))
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
    frame.step = frame.step.map { $0.lowerBound + start..<$0.upperBound + start }
    start += frame.length
    while frame.length > 0, raw.hasByteOrderMark(at: start) { start += 3 }
    return (frame, start..<line.upperBound)
  }

  /// Takes note of the step that a record names.
  private mutating func note(_ step: Range<Int>) {
    let name = raw.span.extracting(step).name(from: 0)
    if steps.last?.name != name { steps.append((builder.bytes.count, name)) }
  }

  /// Appends what continues the record of a stream that ended at `end`.
  ///
  /// Records of other streams may stand between, so the next lines are searched; how many is
  /// bounded, since most records are not continued.
  ///
  /// - Returns: where the last piece ends.
  private mutating func join(_ first: LogFrame, after end: Int) -> Int {
    var last = end
    var at = end + 1
    var lines = 32
    var isPartial = first.isPartial
    while at < raw.count, lines > 0 {
      let end = raw.offset(of: Byte.newline, in: at..<raw.count)
      let (frame, message) = message(of: at..<end)
      if frame.stream == first.stream {
        guard frame.continues || isPartial else { break }
        isPartial = frame.isPartial
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
    while at < end {
      if plain.lowerBound <= at, end <= plain.upperBound { return builder.copy(at..<end, of: raw) }
      let rest = at..<end
      let escape = escapes.offset(in: rest, of: raw)
      let carriageReturn = returns.offset(in: rest, of: raw)
      let null = nulls.offset(in: rest, of: raw)
      let mark = marks.offset(in: rest, of: raw)
      let special = min(escape, carriageReturn, null, mark)
      plain =
        at..<min(
          escapes.known(from: at), returns.known(from: at), nulls.known(from: at),
          marks.known(from: at))
      builder.copy(at..<special, of: raw)
      guard special < end else { return }
      switch special {
      case escape: at = skipSequence(at: special, end)
      case carriageReturn: at = endLine(at: special, end)
      case null: at = endVariable(at: special, end)
      default: at = skipMark(at: special)
      }
    }
  }

  /// Leaves out a byte order mark: servers that join files leave it inside a word.
  private mutating func skipMark(at start: Int) -> Int {
    if raw.hasByteOrderMark(at: start) { return start + 3 }
    builder.copy(start..<start + 1, of: raw)
    return start + 1
  }

  /// Makes a NUL that separates two printed texts, as in the output of `env -0`, a newline. Those
  /// of a program's bytes come in runs and stay.
  private mutating func endVariable(at start: Int, _ end: Int) -> Int {
    let isAlone =
      start > 0 && raw[start - 1] >= Byte.space
      && (start + 1 == raw.count || raw[start + 1] >= Byte.space || raw[start + 1] == Byte.newline)
    if isAlone {
      builder.newline(at: start, replacing: true)
    } else {
      builder.copy(start..<start + 1, of: raw)
    }
    return start + 1
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
