import Testing

@testable import Rules

@Suite struct LeftBoundaryTests {
  @Test(arguments: [
    (#"(?<![A-Za-z0-9])x"#, #"(?<![A-Za-z0-9](?<!\\[nrt]))x"#),
    (#"(?<! [A-Za-z0-9_-] ) x"#, #"(?<! [A-Za-z0-9_-] (?<!\\[nrt])) x"#),
    (
      #"a(?<![A-Za-z0-9])(?<![A-Za-z0-9+/])"#,
      #"a(?<![A-Za-z0-9](?<!\\[nrt]))(?<![A-Za-z0-9+/](?<!\\[nrt]))"#
    ),
    (#"(?<![0-9])x"#, #"(?<![0-9])x"#), (#"(?<![A-Za-z0-9]|y)x"#, #"(?<![A-Za-z0-9]|y)x"#),
    (#"(?<!"#, #"(?<!"#), (#"(?<![A-Za-z0-9"#, #"(?<![A-Za-z0-9"#),
  ])
  func doesNotMindTheLetterOfAnEscape(source: String, widened: String) {
    #expect(LeftBoundary.widened(source) == widened)
  }
}
