import Findings
import Rules
import Testing

@testable import Scanning

/// A printed environment is one finding with members.
@Suite struct EnvironmentDumpTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func step(_ variables: String) -> String {
    let lines = ["##[group]Run make", "env:"] + variables.split(separator: "\n").map { "  \($0)" }
    return (lines + ["##[endgroup]", "done", ""]).map { "2024-05-01T10:02:00.1234567Z \($0)" }
      .joined(separator: "\n")
  }

  private func dump(_ variables: String) -> String {
    let usual = "CI=true\nGITHUB_ACTIONS=true\nHOME=/home/runner\nPATH=/usr/bin:/bin\nSHLVL=1"
    let printed = "##[group]Run printenv\n##[endgroup]\n\(usual)\n\(variables)"
    let lines = printed.split(separator: "\n").map(String.init)
    return (lines + [""]).map { "2024-05-01T10:02:00.1234567Z \($0)" }.joined(separator: "\n")
  }

  static let one = "A_PASSWORD: «{password:16}»"
  static let two = "\(one)\nB_PASSWORD: «{password:16}»"

  @Test func `one secret in what a runner prints anyway is a finding of its own`() throws {
    try folder.write("job.log", step(Self.one))
    #expect(try folder.scan().told == ["job.log generic-password 3"])
  }

  @Test func `two are an incident, folded into one finding`() throws {
    try folder.write("job.log", step(Self.two))
    let report = try folder.scan()
    #expect(
      report.told == [
        "job.log environment-dump 3 / job.log generic-password 3 / job.log generic-password 4"
      ])
    let incident = try #require(report.findings.first)
    #expect(incident.severity == incident.members.map(\.severity).max())
    #expect(incident.secret == incident.members[0].secret)
    #expect(incident.lifetime == nil)
    #expect(incident.members.allSatisfy { $0.lifetime != nil })
    #expect(incident.location.place.time == Timestamp("2024-05-01T10:02:00Z"))
  }

  @Test func `a step that prints its environment is an incident with one`() throws {
    try folder.write("job.log", dump("A_PASSWORD=«{password:16}»"))
    let told = try folder.scan().told
    #expect(told == ["job.log environment-dump 8 / job.log generic-password 8"])
  }

  @Test func `masks and references make no incident`() throws {
    try folder.write("job.log", dump("A_PASSWORD=***\nB_PASSWORD=***\n"))
    #expect(try folder.scan().told == [])
  }

  @Test func `without the rule the members stay`() throws {
    try folder.write("job.log", step(Self.two))
    let rules = allRules.filter { $0.detector != .environment }
    #expect(
      try folder.scan(rules: rules).told == [
        "job.log generic-password 3", "job.log generic-password 4",
      ])
  }

  @Test func `what stands outside stays outside`() throws {
    try folder.write(
      "job.log",
      step(Self.two) + "2024-05-01T10:02:01.1234567Z deploy --password=«{password:16}»\n")
    #expect(
      try folder.scan().told.map { $0.split(separator: " ")[1] } == [
        "environment-dump", "generic-command-line-password",
      ])
  }
}
