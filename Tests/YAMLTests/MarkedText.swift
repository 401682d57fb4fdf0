import YAML

/// A text with places marked by `«` and `»`: `name: «value»`.
struct MarkedText {
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    var open: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": open.append(bytes.count)
      case "»": ranges.append(open.removeLast()..<bytes.count)
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
  }
}

extension YAMLNode {
  /// This node and all below, parents first.
  var all: [YAMLNode] {
    switch content {
    case .scalar, .alias: [self]
    case .sequence(let elements): [self] + elements.flatMap(\.all)
    case .mapping(let entries): [self] + entries.flatMap { $0.key.all + $0.value.all }
    }
  }

  /// The scalars without the keys of mappings.
  var values: [YAMLNode] {
    switch content {
    case .scalar, .alias: [self]
    case .sequence(let elements): elements.flatMap(\.values)
    case .mapping(let entries): entries.flatMap(\.value.values)
    }
  }

  /// A form to compare with: `{a: 1, b: [x, *y]}`.
  var shape: String {
    switch content {
    case .scalar(let scalar): scalar.text
    case .alias(let name): "*\(name)"
    case .sequence(let elements): "[\(elements.map(\.shape).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.shape): \($0.value.shape)" }.joined(separator: ", "))}"
    }
  }
}

func read(_ text: String) -> YAMLReading { YAMLReader.read(Array(text.utf8)) }

func shapes(_ text: String) -> [String] { read(text).documents.map(\.shape) }

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
}
