import Findings
import Testing

@Suite struct VisibleTests {
  @Test(arguments: [
    ("plain – ünïcode 漢字", "plain – ünïcode 漢字"), ("\u{1B}[31m", "\\x1b[31m"),
    ("a\tb\r\n", "a\\x09b\\x0d\\x0a"),
    ("\u{7F}\u{9B}", "\\x7f\\x9b"), ("\u{202E}x", "\\u{202e}x"), ("\u{2066}", "\\u{2066}"),
    ("\u{200B}", "\\u{200b}"), ("\u{FEFF}", "\\u{feff}"), ("\u{61C}", "\\u{61c}"),
    ("\u{AD}", "\\xad"), ("\u{E0041}", "\\u{e0041}"), ("\0", "\\x00"), ("", ""),
  ])
  func whatActsOrHidesIsEscaped(text: String, shown: String) {
    #expect(Visible.text(text) == shown)
    #expect(Visible.text(Array(text.utf8)) == shown)
  }

  @Test func bytesThatAreNotUTF8AreShownAsTheyAre() {
    #expect(Visible.text([0x61, 0xFF, 0xFE, 0x62]) == "a\\xff\\xfeb")
    // A character cut in its middle, then text again.
    #expect(Visible.text([0xE2, 0x82, 0x61]) == "\\xe2\\x82a")
    #expect(Visible.text([0xE2, 0x82]) == "\\xe2\\x82")
    #expect(Visible.text([0xED, 0xA0, 0x80, 0x7A]) == "\\xed\\xa0\\x80z")
  }

  @Test func differentNamesStayDifferent() {
    #expect(Visible.text([0x61, 0xFF]) != Visible.text([0x61, 0xFE]))
  }
}
