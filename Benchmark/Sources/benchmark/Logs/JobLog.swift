/// The log of one job: steps of lines, with secrets at known lines.
struct JobLog {
  struct Secret: Equatable {
    var kind: String
    var shape: PlantedSecret.Shape
    /// From 1, in the whole log.
    var lines: ClosedRange<Int>
  }

  private(set) var text: [UInt8] = []
  private(set) var secrets: [Secret] = []
  /// For each step its name, its first line (from 1) and its first byte.
  private(set) var steps: [(name: String, line: Int, byte: Int)] = []
  private(set) var lineCount = 0

  private let style: LogStyle
  private var clock: LogClock
  private static let names = ["setup", "fetch", "build", "test", "deploy", "publish"]
  private static let noise = LogNoise()

  /// A log of about `size` bytes with about one secret in each `spacing` bytes.
  init(_ style: LogStyle, size: Int, spacing: Int, _ generator: inout SeededGenerator) {
    self.style = style
    clock = LogClock(&generator)
    text.reserveCapacity(size + 4096)
    begin("opening", style.opening, &generator)
    var toSecret = generator.below(2 * spacing)
    var toStep = 0
    while text.count < size {
      let before = text.count
      if toStep <= 0 {
        let name = Self.names[min(steps.count - 1, Self.names.count - 1)]
        begin(name, style.step(name), &generator)
        toStep = size / Self.names.count
      }
      if toSecret <= 0 {
        plant(&generator)
        toSecret = generator.below(2 * spacing)
      }
      add(Self.noise.line(&generator), &generator)
      toSecret -= text.count - before
      toStep -= text.count - before
    }
  }

  private mutating func begin(
    _ name: String, _ lines: [String], _ generator: inout SeededGenerator
  ) {
    steps.append((name, lineCount + 1, text.count))
    for line in lines { add(line, &generator) }
  }

  private mutating func add(_ line: String, _ generator: inout SeededGenerator) {
    clock.advance(&generator)
    write(style.framed(line, at: clock))
  }

  private mutating func write(_ line: String) {
    text.append(contentsOf: line.utf8)
    text.append(UInt8(ascii: "\n"))
    lineCount += 1
  }

  /// One in eight secrets is cut by a colour; where records are continued, three in eight are cut
  /// by the end of one.
  private mutating func plant(_ generator: inout SeededGenerator) {
    let kind = generator.pick(SecretKind.all)
    let parts = generator.pick(kind.lines)
      .split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    let secret = kind.make(&generator)
    let cut = secret.index(secret.startIndex, offsetBy: 4 + generator.below(secret.count - 8))
    let draw = generator.below(8)
    let first = lineCount + 1
    var shape = PlantedSecret.Shape.whole

    if draw == 0 {
      shape = .coloured
      add(
        "\(parts[0])\u{1b}[01;31m\u{1b}[K\(secret[..<cut])\u{1b}[m\u{1b}[K\(secret[cut...])\(parts[1])",
        &generator)
    } else if draw < 4, let rest = style.continued("\(secret[cut...])\(parts[1])", at: clock) {
      shape = .continued
      add("\(parts[0])\(secret[..<cut])", &generator)
      write(rest)
    } else {
      add("\(parts[0])\(secret)\(parts[1])", &generator)
    }
    secrets.append(Secret(kind: kind.name, shape: shape, lines: first...lineCount))
  }
}
