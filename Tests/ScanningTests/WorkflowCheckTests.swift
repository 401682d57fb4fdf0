import Findings
import FoundationEssentials
import Pipelines
import Rules
import Testing

/// The rules of workflow checks by their own examples.
@Suite struct WorkflowCheckTests {
  static let rules: [Rule] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "rules")
    return ["workflow.yml", "infrastructure.yml"].flatMap { name -> [Rule] in
      guard let data = try? Data(contentsOf: folder.appending(path: name)),
        let rules = try? RuleFile.rules(of: [RuleFile.read(Array(data), path: name)])
      else { return [] }
      return rules
    }
  }()

  @Test func eachCheckHasARule() {
    #expect(Set(Self.rules.map(\.id)) == PipelineReader.checkedRuleIDs)
  }

  @Test(arguments: rules.map(\.id))
  func examples(_ id: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    for example in rule.examples {
      let rendered = try example.render(seed: 1)
      let reading = try #require(PipelineReader.read(rendered.bytes, path: nil))
      let found = reading.weaknesses.filter { $0.ruleID == id }
      #expect(found.map(\.range) == rendered.secrets, "\(example.source)")
      #expect(found.allSatisfy { !$0.reasons.isEmpty && !$0.reasons.contains("") })
    }
    for example in rule.counterexamples {
      let reading = PipelineReader.read(try example.render(seed: 1).bytes, path: nil)
      #expect(reading?.weaknesses.filter { $0.ruleID == id }.map(\.reasons) ?? [] == [])
    }
  }

  /// The files on disk, and the place in words that only the include gives.
  @Test func `included files of GitLab are read with those that include them`() throws {
    let folder = try Folder()
    try folder.write(".gitlab-ci.yml", Array("include: ci/*.yml\ndeploy:\n  extends: .base\n".utf8))
    try folder.write(
      "ci/a.yml", Array(".base:\n  secrets: {T: {vault: x}}\n  before_script:\n  - printenv\n".utf8)
    )
    let found = try folder.scan(rules: Self.rules)
    #expect(found.told == ["ci/a.yml workflow-prints-environment 4"])
    #expect(found.findings.first?.location.place.job == ".base")
    // A link in place of the folder leads to what is no part of the project.
    let other = try Folder()
    try other.write(".gitlab-ci.yml", Array("include: ci/*.yml\ndeploy:\n  extends: .base\n".utf8))
    try FileManager.default.createSymbolicLink(
      at: other.url.appending(path: "ci"), withDestinationURL: folder.url.appending(path: "ci"))
    #expect(try other.scan(rules: Self.rules).told == [])
  }
}
