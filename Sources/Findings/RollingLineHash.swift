/// The window that rolls over a file's UTF-16 units and knows the hash of each line that has left it.
struct RollingLineHash {
  /// The hashes of the lines so far; those whose window is not full yet are missing.
  private(set) var hashes: [UInt64] = []

  private static let size = 100
  private static let base: UInt64 = 37
  private static let endOfFile: UInt16 = 65_535
  /// What the oldest unit of the window was multiplied with: the base to the window's size.
  private static let oldest = (0..<size).reduce(1 as UInt64) { power, _ in power &* base }

  private var units = InlineArray<100, UInt16>(repeating: 0)
  private var startsLine = InlineArray<100, Bool>(repeating: false)
  private var hash: UInt64 = 0
  private var index = 0
  private var isLineStart = true
  private var isAfterReturn = false

  /// Reads one unit of the file.
  mutating func read(_ unit: UInt16) {
    let isNewline = unit == 0x0A
    if unit == 0x20 || unit == 0x09 || (isAfterReturn && isNewline) {
      isAfterReturn = false
      return
    }
    isAfterReturn = unit == 0x0D
    emit()
    if isLineStart { startsLine[index] = true }
    isLineStart = isNewline || isAfterReturn
    push(isAfterReturn ? 0x0A : unit)
  }

  /// Reads the end of the file: the lines whose window is not full are filled up with zeros.
  mutating func finish() {
    read(Self.endOfFile)
    for _ in 0..<Self.size {
      emit()
      push(0)
    }
  }

  /// When the window has come round to the beginning of a line, it holds just that line's units.
  private mutating func emit() {
    guard startsLine[index] else { return }
    startsLine[index] = false
    hashes.append(hash)
  }

  private mutating func push(_ unit: UInt16) {
    hash = hash &* Self.base &+ UInt64(unit) &- Self.oldest &* UInt64(units[index])
    units[index] = unit
    index = index + 1 == Self.size ? 0 : index + 1
  }
}
