import Rules
import Testing

@testable import Detection

/// What is a value only because its name had to have one.
@Suite struct RepeatedNameTests {
  private func isStruck(_ value: String, _ name: String) throws -> Bool {
    let rule = try #require(try CatalogueTests.rules().first { $0.id == "generic-password" })
    var trial = Trial(
      rule: rule, value: Array(value.utf8), range: 0..<value.utf8.count, name: name,
      meaning: .password, fileKind: .configuration)
    guard case .strike(_, let why) = ShapeCheck.examine(&trial) else { return false }
    return why == "the value repeats its name"
  }

  @Test(arguments: [
    ("neo4j.auth.password", "NEO4J_AUTH_PASSWORD"), ("highpass", "highpass"),
    ("password", "db_password"), ("PASSWORD", "DbPassword"),
  ])
  func aNameIsNoValue(value: String, name: String) throws { #expect(try isStruck(value, name)) }

  /// Neither has letters that are compared, which makes them no equals.
  @Test(arguments: [("#$%&!?=+~", "密码"), ("секрет!", "пароль"), ("#$%&!?=+~", "_")])
  func otherScriptsAreNotTheSame(value: String, name: String) throws {
    #expect(try !isStruck(value, name))
  }
}
