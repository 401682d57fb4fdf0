import Findings
import Pipelines
import Testing

/// HCL, and the weaknesses that stand in it.
@Suite struct TerraformTests {
  @Test func valuesHavePlaces() throws {
    try expect(
      "resource \"aws_db_instance\" \"db\" {\n  password = \"«x»\"\n  user = «var.user»\n}\n",
      path: "main.tf",
      [
        "literal password resource.aws_db_instance.db.password",
        "reference user resource.aws_db_instance.db.user",
      ])
    try expect(
      "variable \"db_password\" {\n  default = \"«x»\"\n}\n", path: "a/vars.tf",
      ["literal db_password variable.db_password.default"])
    try expect(
      "token = \"«x»\" # c\nb = \"«a${c}»\"\nd = \"«x$»\"\n", path: "x.tfvars",
      [
        "literal token token", "reference b b", "literal d d",
      ])
  }

  @Test func damage() throws {
    for text in [
      "resource \"a\" \"b\" {\n x = \"\n}\n", "}}}}\n", "a = <<EOF\nx\n", "a {\n b {\n", "/* x",
      "a = [1, {b = \"}\"}\n", "= = {", "\"", "a \"b\nc = 1\n", "x = \"${\"",
    ] {
      let reading = try #require(PipelineReader.read(Array(text.utf8), path: Path("x.tf")))
      #expect(reading.weaknesses.isEmpty)
    }
    // What stands behind the damage is read.
    try expect(
      "a = \"\nb = \"«x»\"\nc {\n d = <<-E\n  }\n  E\n e = \"«y»\"\n}\n", path: "x.tf",
      ["literal b b", "literal e c.e"])
    let deep = String(repeating: "a {\n", count: 200_000)
    _ = PipelineReader.read(Array(deep.utf8), path: Path("x.tf"))
  }

  /// A statement's own condition counts, and an expression is as good as JSON.
  @Test func trust() throws {
    let head = "resource \"aws_iam_role\" \"ci\" {\n  assume_role_policy = jsonencode({\n"
    let statement =
      "    Action = \"sts:AssumeRoleWithWebIdentity\"\n    F = \"token.actions.githubusercontent.com\"\n"
    let bound = "    \"token.actions.githubusercontent.com:sub\" = \"repo:o/r:*\"\n"
    let open = try read(head + statement + "  })\n}\n", path: "x.tf")
    #expect(open.weaknesses.map(\.ruleID) == ["infrastructure-open-trust"])
    let closed = try read(head + statement + bound + "  })\n}\n", path: "x.tf")
    #expect(closed.weaknesses.isEmpty)
  }
}
