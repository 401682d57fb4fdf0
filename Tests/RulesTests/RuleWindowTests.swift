import Rules
import Testing

@Suite struct RuleWindowTests {
  /// The text of the window around the keyword `KEY`.
  private func window(_ text: String, _ before: Int, _ after: Int, _ lines: Int?) throws -> String {
    let bytes = Array(text.utf8)
    let key = Array("KEY".utf8)
    let hit = try #require(bytes.indices.first { bytes[$0...].starts(with: key) })
    let range = Rule.Window(before: before, after: after, lines: lines)
      .range(around: hit, in: bytes)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  @Test func isCutByBytes() throws {
    #expect(try window("0123456789KEY0123456789", 4, 8, 0) == "6789KEY01234")
    #expect(try window("KEY", 100, 100, 0) == "KEY")
    #expect(try window("aKEYb", 0, 3, nil) == "KEY")
    #expect(try window("aKEYb", 0, .max, nil) == "KEYb")
  }

  @Test func isCutByLines() throws {
    let text = "one\ntwo\na KEY b\nthree\nfour\n"
    #expect(try window(text, 100, 100, 0) == "a KEY b")
    #expect(try window(text, 100, 100, 1) == "two\na KEY b\nthree")
    #expect(try window(text, 100, 100, nil) == text)
    #expect(try window("\nKEY\n", 10, 10, 0) == "KEY")
    #expect(try window("one\n\n\nKEY\n\n\nfour", 100, 100, 1) == "\nKEY\n")
    #expect(try window(text, 6, 7, 1) == "two\na KEY b\nt")
    #expect(try window(text, 3, 5, 2) == "\na KEY b")
    #expect(try window("a\nKEY\n", 1, 4, 1) == "\nKEY\n")
  }

  /// The window goes from the keyword outwards until one line break too many, or so many bytes.
  @Test func isWhatAWalkByBytesSays() {
    for number in 0..<4_000 {
      var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
      func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      let bytes = (0..<next(60) + 1).map { _ in next(5) == 0 ? UInt8(ascii: "\n") : 0x61 }
      let (hit, before, after, lines) = (next(bytes.count), next(40), next(40) + 1, next(4))
      var (lower, left) = (hit, lines)
      while lower > max(0, hit - before) {
        if bytes[lower - 1] == UInt8(ascii: "\n") { left -= 1 }
        if left < 0 { break }
        lower -= 1
      }
      var upper = hit
      left = lines
      while upper < min(bytes.count, hit + after) {
        if bytes[upper] == UInt8(ascii: "\n") { left -= 1 }
        if left < 0 { break }
        upper += 1
      }
      let window = Rule.Window(before: before, after: after, lines: lines)
      #expect(window.range(around: hit, in: bytes) == lower..<upper, "\(number)")
    }
  }
}
