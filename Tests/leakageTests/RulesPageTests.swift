import Testing

@Suite struct RulesPageTests {
  @Test func `the page of the rules is up to date`() throws {
    let box = try Sandbox()
    let page = try box.sh("leakage rules page")
    let kept = try box.sh("cat '\(Sandbox.project)/docs/rules.md'")
    // Compared outside of the macro, which would look for the smallest difference of long pages.
    let isSame = page.output == kept.output
    #expect(isSame, "make it anew: .build/debug/leakage rules page > docs/rules.md")
  }

  @Test func `the page of the severities is up to date`() throws {
    let box = try Sandbox()
    let page = try box.sh("leakage rules severity")
    let kept = try box.sh("cat '\(Sandbox.project)/docs/severity.md'")
    #expect(
      page.output == kept.output && page.text.contains("| severity error | 50 |"),
      "make it anew: .build/debug/leakage rules severity > docs/severity.md")
  }
}
