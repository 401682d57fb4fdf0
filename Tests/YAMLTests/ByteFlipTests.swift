import Testing
import YAML

/// Whatever happens to a text, reading it ends, and all places lie where they must.
@Suite struct ByteFlipTests {
  private static let sample = """
    \u{FEFF}%TAG !e! tag:e.org,2000:
    ---
    name: &n "ünï\\tcode"
    on: {push: [a, 'b''c'], pull: *n}
    env:
      <<: *n
      KEY: !vault |
        one
         two
      TEXT: >-
        é folded

        more
    {{- if x }}
    steps:
    - run: echo "${{ x }}"
      with: !!str plain
        going on\r
    - ? odd
      : [1, {a: b}, c: d]
    {{- end }}
    ...
    ---
    - last \u{85}\u{2028}
    """

  private func check(_ node: YAMLNode, within outer: Range<Int>, _ bytes: [UInt8]) -> Int {
    #expect(outer.lowerBound <= node.range.lowerBound && node.range.upperBound <= outer.upperBound)
    var count = 1
    switch node.content {
    case .alias:
      break
    case .scalar(let scalar):
      #expect(scalar.contentRange.upperBound <= node.range.upperBound)
      #expect(scalar.contentRange.lowerBound >= node.range.lowerBound)
      for segment in node.segments(in: bytes) {
        let source = segment.sourceOffset..<segment.sourceOffset + segment.length
        #expect(scalar.contentRange.contains(source.lowerBound))
        #expect(source.upperBound <= scalar.contentRange.upperBound)
      }
    case .sequence(let elements):
      for element in elements { count += check(element, within: node.range, bytes) }
    case .mapping(let entries):
      for entry in entries {
        count += check(entry.key, within: node.range, bytes)
        count += check(entry.value, within: node.range, bytes)
        #expect(entry.key.range.upperBound <= entry.value.range.lowerBound)
      }
    }
    return count
  }

  @Test(arguments: 0..<20)
  func flips(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let sample = Array(Self.sample.utf8)
    let marks = Array("[]{}\"'|>-:?,&*!%@#\t\r\n \\~\u{85}\u{2028}".utf8)
    for _ in 0..<60 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1..<6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = .random(in: .min ... .max, using: &random)
        case 1: bytes[place] = marks.randomElement(using: &random) ?? 0
        case 2: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeSubrange(place..<min(place + 5, bytes.count))
        }
      }
      let reading = YAMLReader.read(bytes)
      var nodes = 0
      var end = 0
      for document in reading.documents {
        nodes += check(document, within: 0..<bytes.count, bytes)
        #expect(document.range.lowerBound >= end)
        end = document.range.upperBound
      }
      for problem in reading.problems { #expect((0...bytes.count).contains(problem.offset)) }
      #expect(nodes > 0 || !reading.problems.isEmpty)
    }
  }
}
