import Findings
import Testing

@testable import Detection

/// What encodings hide is found, at the place where the encoded value stands.
@Suite struct ViewTests {
  static let plain = "host=db\nDB_PASSWORD=kumquat-17x\nport=5432\n"
  static let value = "kumquat-17x"

  static func base64(_ text: String, isURL: Bool = false) -> String {
    String(decoding: Base64.encode(Array(text.utf8), isURL: isURL), as: UTF8.self)
  }

  static func hex(_ text: String) -> String {
    let digits = Array("0123456789abcdef")
    return String(text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  static func utf16(_ text: String) -> String { String(text.flatMap { [$0, "\0"] }) }

  static func wrapped(_ text: String, at width: Int, margin: String = "") -> String {
    var lines: [Substring] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      lines.append(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return lines.map { margin + $0 }.joined(separator: "\n")
  }

  /// The values that are found in a text, with what stands at their places.
  static func found(_ text: String) -> [(value: String, place: String)] {
    let bytes = Array(text.utf8)
    return Fixture.detect(bytes).confirmed.map { candidate in
      (
        candidate.secret.reveal { String(decoding: $0, as: UTF8.self) },
        String(decoding: bytes[candidate.range], as: UTF8.self)
      )
    }
  }

  @Test func base64IsRead() throws {
    for padding in ["", "x=1\n", "xy=1\n"] {
      let text = Self.base64(padding + Self.plain)
      let found = try #require(Self.found("config: \(text)\n").first)
      #expect(found.value == Self.value)
      // The digits at the place hold the value and at most two bytes more.
      #expect((15...17).contains(found.place.count) && text.contains(found.place))
    }
    #expect(Self.found(Self.base64(Self.plain, isURL: true)).map(\.value) == [Self.value])
  }

  @Test func base64IsReadTwice() {
    let twice = Self.base64(Self.base64(Self.plain))
    #expect(Self.found("x \(twice) y").map(\.value) == [Self.value])
    #expect(Self.found("x \(Self.base64(twice)) y").isEmpty)
    #expect(Self.found("x \(Self.base64(Self.hex(Self.plain))) y").map(\.value) == [Self.value])
  }

  @Test(arguments: [60, 64, 76])
  func wrappedBase64IsOneText(width: Int) {
    let long = String(repeating: "line = of a file\n", count: 40) + Self.plain
    for margin in ["", "    "] {
      let text = "data: |\n" + Self.wrapped(Self.base64(long), at: width, margin: margin)
      #expect(Self.found(text).map(\.value) == [Self.value])
    }
  }

  @Test func partsOfALongStretchOverlap() {
    // The value stands before, on and behind the seam of two parts.
    for lines in [2_880, 2_888, 2_890, 2_893, 2_900] {
      let long = String(repeating: "line = of a file\n", count: lines) + Self.plain
      #expect(Self.found("x: \(Self.base64(long))").map(\.value) == [Self.value])
    }
  }

  @Test func powerShellsUTF16IsRead() {
    let command = Self.base64(Self.utf16("$password = \"kumquat-17x\"; Connect-It"))
    #expect(Self.found("powershell -enc \(command)").map(\.value) == [Self.value])
  }

  @Test func hexadecimalIsRead() throws {
    let found = try #require(Self.found("payload \(Self.hex(Self.plain))").first)
    #expect(found.value == Self.value)
    #expect(found.place == Self.hex(Self.value))
  }

  @Test(arguments: [
    "https://example.com/?next=password%3Dkumquat-17x%26a%3D1",
    "{\\u0022password\\u0022:\\u0022kumquat-17x\\u0022}", "password\\x3dkumquat-17x",
    "password=3Dkumquat-17x", "<a data-x=\"{&quot;password&quot;:&quot;kumquat-17x&quot;}\">",
    "DSN: mysql%3A%2F%2Fapp%3Akumquat-17x%40db.example.com%2Fapp",
  ])
  func escapesAreTakenOff(text: String) {
    #expect(Self.found(text).map(\.value) == [Self.value], "\(text)")
    #expect(Self.found(text).map(\.place) == [Self.value], "\(text)")
  }

  @Test func whatIsNoTextIsNotDecoded() {
    var views = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      for text in [
        Fixture.random(300, seed: seed), Fixture.hex(64, seed: seed),
        "some_function_name_of_a_library", "path/to/some/other/folder/of/files",
        String(repeating: "A", count: 80),
      ] {
        EncodedRuns(bytes: Array(text.utf8)).walk { _ in views += 1 }
      }
    }
    #expect(views == 0)
  }

  @Test func placesAreThoseOfTheText() {
    let view = DecodedView(
      encoding: .base64, bytes: Array("abcdef".utf8), runs: [.init(decoded: 0, raw: 10)])
    #expect(view.raw(0..<3) == 10..<14)
    #expect(view.raw(3..<6) == 14..<18)
    #expect(view.raw(1..<2) == 11..<13)
    let wide = DecodedView(
      encoding: .base64UTF16, bytes: Array("ab".utf8), runs: [.init(decoded: 0, raw: 0)])
    #expect(wide.raw(0..<1) == 0..<3)
  }

  /// A line of 76 digits holds 57 bytes: a unit of two may stand on two lines.
  @Test(arguments: [60, 64, 76])
  func wrappedUTF16IsOneText(width: Int) {
    for padding in 0..<24 {
      let text = String(repeating: "x", count: padding) + "\nsome more text\n" + Self.plain
      let wrapped = Self.wrapped(Self.base64(Self.utf16(text)), at: width)
      let found = Self.found("data: |\n" + wrapped + "\n")
      #expect(found.map(\.value) == [Self.value], "\(width) \(padding)")
      // Eleven units are 22 bytes, in thirty digits or a few more, and perhaps a line's end.
      #expect(found.allSatisfy { (30...33).contains($0.place.count) }, "\(found)")
    }
  }

  @Test func aSoftBreakBehindAValueIsNoPartOfIt() {
    let text = Array("x=3Dkumquat=\n&a=3D1".utf8)
    let (view, _) = EscapedText.view(of: .quotedPrintable, around: 1, in: text)
    #expect(view.bytes == Array("x=kumquat&a=1".utf8))
    #expect(view.raw(2..<9) == 4..<11)
    #expect(view.raw(1..<2) == 1..<4)
    #expect(view.raw(2..<10) == 4..<14)
  }

  /// What a view to the end of a line has shown need not be shown again for each mark on it.
  @Test func aLineIsDecodedOnce() throws {
    let marks = String(repeating: "\\u0022password\\u0022,", count: 12)
    let line = marks + "token=ghp_\n"
    let text = String(repeating: line, count: 8)
    let windows = Fixture.detect(Array(text.utf8)).work.windows
    #expect(windows == 2 * 8)
  }
}
