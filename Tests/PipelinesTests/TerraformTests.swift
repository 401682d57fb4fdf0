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
      "token = \"«x»\" # c\nb = \"«a»${c}\"\nd = \"«x$»\"\n", path: "x.tfvars",
      [
        "literal token token", "mixed b b", "literal d d",
      ])
    try expect(
      "a = \"«${b}»\"\nc = \"${d}«-x9-»${e}\"\nf = \"«$${g}»\"\nh = \"«%{if i}»\"\n",
      path: "x.tf", ["reference a a", "mixed c c", "literal f f", "reference h h"])
  }

  /// Quotes and braces within a template are those of its expression.
  @Test func `quotes and braces of a template are its own`() throws {
    try expect(
      "a = \"«${replace(v, \"}\", \"\")}»\"\nb = \"«x»\"\n", path: "x.tf",
      ["reference a a", "literal b b"])
    try expect(
      "a = \"${f(\"{\", \"${g(\"}\")}\")}«-y»\"\nb = «{\n c = \"x\"\n}»\nd = \"«z»\"\n",
      path: "x.tf",
      ["mixed a a", "reference b b", "literal d d"])
    try expect(
      "a = \"«${{ x = \"}\" }.x}»\"\nb = \"«y»\"\n", path: "x.tf",
      ["reference a a", "literal b b"])
  }

  /// A long expression holds values of its own.
  @Test func `long values are values`() throws {
    let long = String(repeating: "x9", count: 4_000)
    try expect("a = \"«\(long)»\"\nb = «f(\(long))»\n", path: "x.tf", ["literal a a", ""])
  }

  /// Each damage costs its own line: what stands before and behind it is read.
  @Test(arguments: [
    ("resource \"a\" \"b\" {\n x = \"\n}\n", ""), ("}}}}\n", ""), ("a = <<EOF\nx\n", ""),
    ("a {\n b {\n", "a.b."), ("/* x */ */", ""), ("a = [1, {b = \"}\"}]\n", ""), ("= = {\n}", ""),
    ("\"\n", ""), ("a \"b\nc = 1\n", ""), ("x = \"${\"\n", ""), ("a = ]\n", ""),
    ("a = )))\n", ""), ("a = f(\")\n", ""), ("a = [\"\n", ""), ("a {\n b = \"x\n}\n", ""),
    ("a {}}\n", ""), ("a {\n }}}\n", ""), ("a = <<A <<B\nA\n", ""),
  ])
  func `damage costs its own line`(_ text: String, _ path: String) throws {
    let reading = try expect(
      "before = \"«x»\"\n\(text)\nbehind = \"«y»\"\n", path: "x.tf",
      ["literal before before", "literal behind \(path)behind"])
    #expect(reading.weaknesses.isEmpty)
  }

  @Test func `what stands behind damage is read`() throws {
    // What stands behind the damage is read.
    try expect(
      "a = \"\nb = \"«x»\"\nc {\n d = <<-E\n  }\n  E\n e = \"«y»\"\n}\n", path: "x.tf",
      ["literal b b", "literal e c.e"])
  }

  /// Blocks that are too deep are told, and their ends do not end others.
  @Test func `blocks that are too deep are told`() throws {
    let open = String(repeating: "a {\n", count: 200_000)
    let close = String(repeating: "}\n", count: 200_000)
    let deep = try expect(
      open + "b = \"«x»\"\n" + close + "c = \"«y»\"\n", path: "x.tf",
      ["literal b " + String(repeating: "a.", count: 31) + "b", "literal c c"])
    #expect(deep.problems.map(\.code) == [.limit])
    #expect(deep.problems.first?.line == 32)
    let usual = String(repeating: "a {\n", count: 31) + String(repeating: "}\n", count: 31)
    #expect(try read(usual, path: "x.tf").problems.isEmpty)
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
