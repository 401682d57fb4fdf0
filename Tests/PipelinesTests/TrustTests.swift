import Findings
import Pipelines
import Testing

/// Whom roles of AWS trust, in all the ways to write it.
@Suite struct TrustTests {
  private static let gitHub = "token.actions.githubusercontent.com"

  /// The reasons of open trust, in each way to write a policy.
  private func reasons(_ condition: String, effect: String = "Allow") -> [[String]] {
    let policy = """
      {"Statement": [{"Effect": "\(effect)", "Action": "sts:AssumeRoleWithWebIdentity",
      "Principal": {"Federated": "arn:aws:iam::1:oidc-provider/\(Self.gitHub)"},
      "Condition": {\(condition)}}]}
      """
    let quoted = policy.replacing("\n", with: " ").replacing("\"", with: "\\\"")
    let role = "resource \"aws_iam_role\" \"ci\" {\n  assume_role_policy = "
    return [
      ("role.json", policy),
      ("a.tf", role + "<<EOF\n\(policy)\nEOF\n}\n"),
      ("a.tf", role + "jsonencode(\(policy))\n}\n"),
      ("a.tf", role + "jsonencode(\(policy.replacing("\":", with: "\" ="))\n}\n"),
      ("a.tf", role + "\"\(quoted)\"\n}\n"),
      (
        "a.tf.json",
        #"{"resource": {"aws_iam_role": {"ci": {"assume_role_policy": "\#(quoted)"}}}}"#
      ),
    ].map { path, text in
      let reading = PipelineReader.read(Array(text.utf8), path: Path(path))
      return (reading?.weaknesses ?? []).filter { $0.ruleID == "infrastructure-open-trust" }
        .flatMap(\.reasons)
    }
  }

  @Test(arguments: [
    "", #""StringEquals": {"H:aud": "sts.amazonaws.com"}"#,
    #""StringLike": {"H:sub": "*"}"#, #""StringLike": {"H:sub": "repo:*"}"#,
    #""StringLike": {"H:sub": ["repo:o/r:*", "*"]}"#,
    #""StringLike": {"H:sub": "repo:*:ref:refs/heads/main"}"#,
    #""StringLike": {"H:sub": "repo:*/r:*"}"#, #""StringLike": {"H:sub": "r*"}"#,
    #""StringLike": {"H:sub": "*:environment:live"}"#, #""StringLike": {"H:sub": "repo:our*"}"#,
    #""ForAnyValue:StringLike": {"H:sub": ["repo:?*"]}"#,
    #""StringNotLike": {"H:sub": "repo:o/r:*"}"#, #""Null": {"H:sub": "false"}"#,
  ])
  func `an open trust is called open`(_ condition: String) {
    for found in reasons(condition.replacing("H:", with: Self.gitHub + ":")) {
      #expect(found.count == 1 && found[0].contains("trusts any repository on GitHub"), "\(found)")
    }
  }

  @Test(arguments: [
    #""StringEquals": {"H:sub": "repo:o/r:ref:refs/heads/main"}"#,
    #""StringLike": {"H:sub": "repo:o/r:*"}"#,
    #""StringLike": {"H:sub": ["repo:o/*", "repo:p/q:*"]}"#,
    #""StringLike": {"H:sub": "repo:*"}, "StringEquals": {"H:sub": "repo:o/r:environment:live"}"#,
    // A star is a star where all is compared.
    #""StringEquals": {"H:sub": "repo:*"}"#,
  ])
  func `a bound trust is not`(_ condition: String) {
    for found in reasons(condition.replacing("H:", with: Self.gitHub + ":")) {
      #expect(found.isEmpty)
    }
  }

  @Test func `a denial lets nobody in`() {
    let found = reasons("", effect: "Deny").joined()
    #expect(found.isEmpty)
  }

  @Test func `one of two statements is enough`() {
    let open = #"{Action = "sts:AssumeRoleWithWebIdentity", F = "H"}"#
    let bound = #"{Action = "sts:AssumeRoleWithWebIdentity", C = {S = {"H:sub" = "repo:o/r:x"}}}"#
    let text =
      "resource \"aws_iam_role\" \"ci\" {\n  assume_role_policy = jsonencode({Statement = [\(bound), \(open)]})\n}\n"
    let bytes = Array(text.replacing("H", with: Self.gitHub).utf8)
    #expect(PipelineReader.read(bytes, path: Path("a.tf"))?.weaknesses.count == 1)
  }

  private func document(_ test: String, _ values: String, more: String = "") -> [String] {
    let text = """
      data "aws_iam_policy_document" "ci" {
        statement {
          actions = ["sts:AssumeRoleWithWebIdentity"]
          principals {
            type        = "Federated"
            identifiers = ["arn:aws:iam::1:oidc-provider/\(Self.gitHub)"]
          }
          condition {
            test     = "\(test)"
            variable = "\(Self.gitHub):sub"
            values   = \(values)
          }\(more)
        }
      }

      """
    let weaknesses = PipelineReader.read(Array(text.utf8), path: Path("a.tf"))?.weaknesses
    return (weaknesses ?? []).flatMap(\.reasons)
  }

  @Test func `policy documents of Terraform`() {
    #expect(document("StringLike", #"["repo:o/r:*"]"#).isEmpty)
    #expect(document("StringLike", "var.subjects").isEmpty)
    #expect(document("StringLike", #"["repo:${var.owner}/*"]"#).isEmpty)
    #expect(document("StringLike", #"["repo:*"]"#).first?.contains("lets all through") == true)
    #expect(document("StringNotLike", #"["repo:o/r:*"]"#).first?.contains("may not") == true)
    let dynamic = "\n    dynamic \"condition\" {\n      for_each = var.all\n    }"
    #expect(document("StringNotLike", #"["repo:o/r:*"]"#, more: dynamic).isEmpty)
  }

  @Test func `the JSON syntax of Terraform is read as HCL is`() throws {
    let text = """
      {"variable": {"db_password": {"default": "hunter-two-2"}},
       "resource": {"aws_db_instance": {"main": [{"password": "${var.db_password}"}]},
        "aws_iam_role": {"ci": {"max_session_duration": 43200}},
        "vault_approle_auth_backend_role": {"ci": {"secret_id_ttl": 0, "token_ttl": 60}},
        "aws_iam_access_key": {"ci": {"user": "ci"}}}}
      """
    let bytes = Array(text.utf8)
    let reading = try #require(PipelineReader.read(bytes, path: Path("main.tf.json")))
    #expect(
      reading.weaknesses.map { "\($0.ruleID) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
        == [
          "infrastructure-unrotated-secret ${var.db_password}",
          "infrastructure-long-session 43200", "infrastructure-long-lease 0",
          "infrastructure-static-credential \"ci\"",
        ])
    let secret = try #require(reading.assignments.first { $0.name == "db_password" })
    #expect(secret.kind == .literal && secret.place.keyPath == "variable.db_password.default")
    #expect(reading.assignments.first { $0.name == "password" }?.kind == .reference)
  }
}
