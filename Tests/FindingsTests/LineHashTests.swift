import Findings
import Testing

/// The published vectors are those of github/codeql-action, `src/fingerprints.test.ts`.
@Suite struct LineHashTests {
  private func all(_ text: String, _ count: Int) -> [String?] {
    LineHash.hashes(of: Array(text.utf8), lines: Array(1...count))
  }

  @Test func emptyFileHasOneLine() {
    #expect(all("", 1) == ["c129715d7a2bc9a3:1"])
    #expect(all("", 2) == ["c129715d7a2bc9a3:1", nil])
  }

  @Test func spacesAndTabsDoNotCount() {
    #expect(
      all(" a\nb\n  \t\tc\n d", 4) == [
        "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1",
      ])
    #expect(
      all(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", 6) == [
        "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
        "b86d3392aea1be30:1", "e6ceba753e1a442:1",
      ])
  }

  @Test(arguments: [
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
    " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
    " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
    " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
  ])
  func everyLineEndIsANewline(text: String) {
    #expect(
      all(text, 7) == [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ])
  }

  @Test func repeatedLinesAreCounted() {
    let text = String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10)
    #expect(
      all(text, 11) == [
        "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
        "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
      ])
  }

  @Test func onlyTheWantedLinesAreGivenInTheirOrder() {
    let text = Array(String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10).utf8)
    #expect(
      LineHash.hashes(of: text, lines: [4, 1, 4, 0, -3, 99]) == [
        "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:4", nil, nil, nil,
      ])
    #expect(LineHash.hashes(of: text, lines: []) == [])
  }

  @Test func bytesThatAreNotTextAreReplacementCharacters() {
    let broken = LineHash.hashes(of: [0x61, 0xFF, 0x62, 0x0A], lines: [1])
    #expect(broken == LineHash.hashes(of: Array("a\u{FFFD}b\n".utf8), lines: [1]))
    #expect(broken != LineHash.hashes(of: Array("ab\n".utf8), lines: [1]))
  }

  @Test func aCharacterBeyondTheBasicPlaneIsTwoUnits() {
    // 50 of them fill the window of 100 units, so what follows on the line no longer matters.
    let full = String(repeating: "\u{1F600}", count: 50)
    #expect(all(full + "x\n", 1) == all(full + "y\n", 1))
    let open = String(repeating: "\u{1F600}", count: 49)
    #expect(all(open + "x\n", 1) != all(open + "y\n", 1))
  }
}
