/// The hashes of a file's lines: of each line's first units, wherever the line ends.
///
/// The hash of a window is what the units added since the line's beginning: the hash of everything so
/// far, without what was there at the beginning multiplied with the base for each unit of the window.
/// So each unit costs one multiplication, and a line a second one.
struct RollingLineHash {
  /// The hashes of the lines so far; those whose window is not full yet are missing.
  private(set) var hashes: [UInt64] = []

  /// How many units a window holds.
  private static let size: UInt64 = 100
  private static let base: UInt64 = 37
  private static let endOfFile: UInt16 = 65_535
  /// What the hash before a window was multiplied with at its end: the base to the window's size.
  private let scale = (0..<size).reduce(1 as UInt64) { power, _ in power &* base }

  /// How many units were read, and the hash of all of them.
  private var count: UInt64 = 0
  private var hash: UInt64 = 0
  private var isLineStart = true
  private var isAfterReturn = false
  /// The lines whose window is not full, in a ring: a line has a unit at least, so that there are no
  /// more of them than a window has units.
  private var starts = InlineArray<128, UInt64>(repeating: 0)
  private var hashesBefore = InlineArray<128, UInt64>(repeating: 0)
  private var first = 0
  private var last = 0
  /// How many units must have been read for the first of those to be full.
  private var due = never
  private static let never = UInt64.max / 2

  /// Reads bytes of ASCII up to the first other byte, or until so many lines have hashes.
  ///
  /// - Returns: where it stopped.
  mutating func read(ascii bytes: Span<UInt8>, from start: Int, lines: Int) -> Int {
    var at = start
    while at < bytes.count, hashes.count < lines {
      if !isLineStart, !isAfterReturn { at = push(ordinary: bytes, from: at) }
      guard at < bytes.count, bytes[at] < 0x80 else { break }
      read(UInt16(bytes[at]))
      at += 1
    }
    return at
  }

  /// Reads the letters, digits and marks up to the first other byte, or until a window is full.
  @inline(__always)
  private mutating func push(ordinary bytes: Span<UInt8>, from start: Int) -> Int {
    let end = Int(min(UInt64(bytes.count), UInt64(start) + (due - count)))
    var hash = hash
    var at = start
    while at < end, bytes[at] &- 0x21 < 0x5F {
      hash = hash &* Self.base &+ UInt64(bytes[at])
      at += 1
    }
    self.hash = hash
    count += UInt64(at - start)
    return at
  }

  /// Reads one unit of the file.
  mutating func read(_ unit: UInt16) {
    let isNewline = unit == 0x0A
    if unit == 0x20 || unit == 0x09 || (isNewline && isAfterReturn) {
      isAfterReturn = false
      return
    }
    isAfterReturn = unit == 0x0D
    if count == due { emit() }
    if isLineStart { begin() }
    isLineStart = isNewline || isAfterReturn
    push(isAfterReturn ? 0x0A : unit)
  }

  /// Reads the end of the file: the lines whose window is not full are filled up with zeros.
  mutating func finish() {
    read(Self.endOfFile)
    for _ in 0..<Self.size {
      if count == due { emit() }
      push(0)
    }
  }

  private mutating func begin() {
    starts[last & 127] = count
    hashesBefore[last & 127] = hash
    if first == last { due = count + Self.size }
    last += 1
  }

  /// When the first line's window is full, its hash is known.
  private mutating func emit() {
    hashes.append(hash &- hashesBefore[first & 127] &* scale)
    first += 1
    due = first == last ? Self.never : starts[first & 127] + Self.size
  }

  @inline(__always)
  private mutating func push(_ unit: UInt16) {
    hash = hash &* Self.base &+ UInt64(unit)
    count += 1
  }
}
