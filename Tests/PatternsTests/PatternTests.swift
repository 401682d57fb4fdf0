import Patterns
import Testing

struct PatternTests {
  private func fault(_ source: String) -> PatternError? {
    do throws(PatternError) {
      try Pattern(source).compile()
      return nil
    } catch {
      return error
    }
  }

  @Test func aValidPatternCompiles() {
    #expect(fault(#"(?i)\bkey=(?<secret>[a-z0-9]{8,})"#) == nil)
  }

  @Test func anInvalidPatternNamesThePlace() throws {
    let error = try #require(fault("ab[cd"))
    #expect(error.offset == 5)
    #expect(error.code > 0)
    #expect(error.description == "missing terminating ] for character class at offset 5")
  }

  @Test func theOffsetCountsBytes() throws {
    #expect(try #require(fault("é(")).offset == 3)
  }

  @Test(arguments: [#"a\C"#, "(*UTF)a", "(*UCP)a", #"\p{Foo}"#])
  func whatByteMatchingCannotHaveIsRejected(source: String) {
    #expect(fault(source) != nil)
  }

  @Test func aSourceBeyondTheMaximumIsRejected() {
    #expect(fault(String(repeating: "a", count: 20_000)) == nil)
    #expect(fault(String(repeating: "a", count: Pattern.maximumLength + 1)) != nil)
  }

  @Test func nestingBeyondReasonIsRejected() {
    let depth = 10_000
    #expect(
      fault(String(repeating: "(", count: depth) + String(repeating: ")", count: depth)) != nil)
  }

  @Test func theErrorIsTheSameEachTime() {
    let pattern = Pattern("(")
    #expect(throws: PatternError.self) { try pattern.compile() }
    #expect(throws: PatternError.self) { try pattern.secretGroup() }
    var matcher = Matcher()
    let bytes = [UInt8]("a".utf8)
    let result = matcher.firstMatch(of: pattern, in: bytes.span, from: 0, window: 0..<1)
    guard case .failed(let code) = result else {
      Issue.record("an invalid pattern gave \(result)")
      return
    }
    #expect(PatternError.text(for: code) == "missing closing parenthesis")
  }

  @Test func anUnknownErrorNumberHasAText() {
    #expect(PatternError.text(for: 99_999) == "PCRE2 error 99999")
  }

  @Test func groupsAreFoundByName() throws {
    let pattern = Pattern("(?<id>a)(b)(?<secret>c)")
    #expect(try pattern.secretGroup() == 3)
    #expect(try pattern.group(named: "id") == 1)
    #expect(try pattern.group(named: "other") == nil)
    #expect(try Pattern("(a)").secretGroup() == 0)
  }

  @Test func anAmbiguousSecretIsRejected() {
    #expect(fault("(?J)(?<secret>a)|(?<secret>b)") != nil)
    #expect(fault("(?|x(?<secret>a)|y(?<secret>b))") == nil)
  }
}
