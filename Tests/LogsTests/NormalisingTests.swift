import Findings
import Logs
import Testing

@Suite struct NormalisingTests {
  @Test(arguments: [
    // Escape sequences inside a word.
    ("to␛[31mken␛[0m", "token"), ("to␛[1;38;5;12mken", "token"), ("to␛(Bken", "token"),
    ("to␛7ken", "token"), ("to␛[?25lken", "token"), ("a␛[Kb␛[2Jc", "abc"),
    // A string without an end, a damaged sequence or a lone escape hides nothing.
    ("a␛]0;title", "a]0;title"), ("a␛[31\u{E9}b", "a[31\u{E9}b"), ("a␛", "a"), ("a␛[3", "a[3"),
    ("a␛gb", "agb"), ("a␛]0;x␛[31mb", "a]0;xb"),
    // Text in a link follows its line; a clock does not.
    ("␛]8;;http://a.example␛\\t␛]8;;␛\\\nb", "t\n8;;http://a.example\nb"),
    ("␛]8;;http://a.example␇t␛]8;;␇", "t\n8;;http://a.example\n"),
    ("␛_bk;t=1700000000000␇text\n", "text\n"),
    // Line ends.
    ("a␍\nb␍␍\n", "a\nb\n"), ("1%␍2%␍\n", "1%\n2%\n"), ("a␍", "a"), ("␍\n", "\n"), ("", ""),
    // Byte order marks anywhere; other characters that begin alike stay.
    ("⌖a\n⌖b⌖c\n", "a\nbc\n"), ("⌖", ""), ("⌖⌖x", "x"), ("to⌖ken\u{FF0C}", "token\u{FF0C}"),
    // A NUL between texts separates them; those of a program's bytes stay.
    ("a␀b\n␀", "a\nb\n␀"), ("A=1␀B=2␀", "A=1\nB=2\n"), ("a␀␀b", "a␀␀b"),
    // What only resembles a console note is text.
    ("␛[8mha:hello", "ha:hello"), ("␛[8mha:////4Ab!c", "ha:////4Ab!c"),
  ])
  func textIsWhatAReaderSees(log: String, expected: String) {
    for format in allFormats {
      #expect(Array(text(log, format).utf8) == raw(expected), "\(format.name)")
    }
  }

  @Test(arguments: [
    ("2024-05-01T10:00:00.1234567Z ", ""), ("2024-05-01T10:00:00.1234567Z", ""),
    ("2024-05-01T10:00:00.1234567Z\n2024-05-01T10:00:00.1234567Z a", "\na"),
    ("2024-05-01T10:00:00.1234567Z ⌖a␍\n", "a\n"),
    ("2024-05-01T10:00:00.1234567Z,a\n", "2024-05-01T10:00:00.1234567Z,a\n"),
    ("2024-05-01T10:00:00.123Z a\n", "2024-05-01T10:00:00.123Z a\n"),
    (
      "2024-05-01T10:00:00.1234567Z 2024-05-01T10:00:00.1234567Z a",
      "2024-05-01T10:00:00.1234567Z a"
    ),
  ])
  func aGitHubFrameIsLeftOutOnce(log: String, expected: String) {
    #expect(text(log, .github) == expected)
  }

  @Test(arguments: [
    ("01O a\n01O+b\n01O+c\n01O d\n", "abc\nd\n"), ("01O a\n01E x\n01O+b\n", "ab\nx\n"),
    ("01O+lost its beginning\n", "lost its beginning\n"), ("01O a\n01O+b", "ab"),
    ("01O 1%␍\n01O+2%␍\n01O+␍\n01O+end\n", "1%\n2%\nend\n"), ("01O\n01O b\n", "\nb\n"),
    ("01O a␛\n01O+[31mb\n", "ab\n"), ("01O a␛[3\n01O x\n", "a[3\nx\n"),
    ("01O a␛]8;;http\n01O+://x␇b\n", "a]8;;http://x␇b\n"),
  ])
  func continuedRecordsAreJoined(log: String, expected: String) {
    #expect(Array(text(log, .gitlabStreams).utf8) == raw(expected))
  }

  @Test func partialRecordsAreJoined() {
    let time = "2024-05-01T10:00:00.123456789Z"
    let log = "\(time) stdout P ab\n\(time) stderr F x\n\(time) stdout P cd\n\(time) stdout F ef\n"
    #expect(text(log + "\(time) stdout F g", .container) == "abcdef\nx\ng")
  }

  @Test func aTokenSplitOverTwoRecordsIsOneAndMapsToBoth() throws {
    let (head, tail) = (madeUpToken.prefix(9), madeUpToken.dropFirst(9))
    let time = "2024-05-01T10:00:00.000000Z"
    let log = raw("\(time) 01O x=\(head)\n\(time) 01E noise\n\(time) 01O+␛[31m\(tail)␛[0m\n")
    let reading = LogReader.read(log, as: .gitlab)
    let token = try #require(range(of: madeUpToken, in: reading.text.bytes))
    let region = string(log[reading.text.map.raw(token)])
    #expect(region.hasPrefix(head) && region.hasSuffix(tail))
  }

  @Test func anUntouchedLogIsItsOwnText() {
    let log = Array("one\ntwo\n".utf8)
    let reading = LogReader.read(log, as: .plain)
    #expect(reading.text.bytes == log)
    #expect(reading.text.map.isIdentity)
  }

  @Test func invalidUTF8StaysAsItIs() {
    let log: [UInt8] = [0xFF, 0xFE, 0x1B, 0x5B, 0x6D, 0xC3, 0x0A, 0x80]
    #expect(LogReader.read(log, as: .plain).text.bytes == [0xFF, 0xFE, 0xC3, 0x0A, 0x80])
  }

  @Test func aRangeThatEndsWithTheTextEndsInTheDocument() {
    let log = raw("a␛[0m\nb␛[0m")
    let text = LogReader.read(log, as: .plain).text
    #expect(text.map.raw(2..<3) == 6..<7)
    #expect(text.map.raw(text.bytes.count) == log.count)
  }
}
