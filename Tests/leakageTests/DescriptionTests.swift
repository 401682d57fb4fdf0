import Testing

/// Descriptions of interfaces show by examples what a value may be.
@Suite struct DescriptionTests {
  @Test func `an example of a password is of low confidence, a token is a token`() throws {
    let box = try Sandbox()
    let text = try Planted(
      """
      openapi: 3.0.0
      paths: {}
      components:
        schemas:
          Login:
            properties:
              password: { type: string}
            example:
              password: «Wq7-{base62:12}»
              token: «glpat-{base62:20}»

      """)
    try box.write("api.yaml", text.bytes)
    func rules(_ words: String) throws -> [String] {
      try box.sh("leakage scan api.yaml --age none --format json \(words)").report().findings
        .map(\.rule)
    }
    #expect(try rules("") == ["generic-password", "gitlab-access-token"])
    #expect(try rules("--min-confidence medium") == ["gitlab-access-token"])
  }
}
