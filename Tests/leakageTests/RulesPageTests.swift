import Testing

@Suite struct RulesPageTests {
  @Test func `the page of the rules is up to date`() throws {
    let box = try Sandbox()
    let page = try box.sh("leakage rules page")
    let kept = try box.sh("cat '\(Sandbox.project)/docs/rules.md'")
    #expect(
      page.output == kept.output,
      "make it anew: .build/debug/leakage rules page > docs/rules.md")
  }
}
