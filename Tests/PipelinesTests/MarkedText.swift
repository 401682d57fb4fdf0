import Findings
import Pipelines
import Testing

/// A text with places marked by `«` and `»`: `name: «value»`.
struct MarkedText {
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    var open: [(start: Int, number: Int)] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«":
        open.append((bytes.count, ranges.count))
        ranges.append(0..<0)
      case "»":
        let (start, number) = open.removeLast()
        ranges[number] = start..<bytes.count
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
  }
}

extension PipelineReading {
  /// `kind name keyPath` of the assignments of exactly this range.
  func described(_ range: Range<Int>) -> [String] {
    assignments.filter { $0.range == range }.map(\.described)
  }
}

extension Assignment {
  var described: String { "\(kind) \(name) \(place.keyPath ?? "-")" }
  var text: String { String(decoding: value, as: UTF8.self) }
}

/// Reads a marked text; each mark must be the range of one assignment, described as expected.
@discardableResult
func expect(
  _ text: String, path: String, _ expected: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> PipelineReading {
  let marked = MarkedText(text)
  let reading = try #require(
    PipelineReader.read(marked.bytes, path: Path(path)), sourceLocation: sourceLocation)
  #expect(
    marked.ranges.map { reading.described($0).joined(separator: ", ") } == expected,
    sourceLocation: sourceLocation)
  return reading
}

func read(_ text: String, path: String) throws -> PipelineReading {
  try #require(PipelineReader.read(Array(text.utf8), path: Path(path)))
}

/// Small and fast, the same on all machines.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Changes a few bytes of a sample: others, marks of its language, and what is left out; never to
  /// nothing.
  ///
  /// - Parameter isCut: whether its end may be missing, too.
  mutating func damage(_ sample: [UInt8], marks: [UInt8], isCut: Bool) -> [UInt8] {
    var bytes = sample
    for _ in 0..<Int.random(in: 1..<8, using: &self) {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<(isCut ? 5 : 4), using: &self) {
      case 0: bytes[place] = .random(in: .min ... .max, using: &self)
      case 1: bytes[place] = marks.randomElement(using: &self) ?? 0
      case 2: bytes.insert(marks.randomElement(using: &self) ?? 0, at: place)
      case 3: bytes.removeSubrange(max(1, place)..<max(1, min(place + 5, bytes.count)))
      default: bytes.removeSubrange(max(1, place)...)
      }
    }
    return bytes
  }
}
