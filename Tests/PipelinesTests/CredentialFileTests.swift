import Findings
import Pipelines
import Testing

/// Files that are named for the secrets in them.
@Suite struct CredentialFileTests {
  @Test func fieldsBetweenBlanks() throws {
    try expect(
      "# client server secret\nbob\t*\t«kumquat-17»\n\nann * \"«a b»\" 10.0.0.5\nx y\n",
      path: "etc/ppp/pap-secrets",
      ["literal pap_password pap_password", "literal pap_password pap_password"])
    try expect(
      "10.0.0.2:1812 «kumquat-17» 3\n", path: "pam_radius_auth.conf",
      [
        "literal radius_secret radius_secret"
      ])
  }

  @Test func aHostAndItsLogin() throws {
    try expect(
      "[smtp.example.org]:587 ci:«kumquat-17»\nexample.org ci@example.org:«b:c»\nx y\n",
      path: "postfix/sasl_passwd",
      ["literal sasl_password sasl_password", "literal sasl_password sasl_password"])
  }

  @Test func pairsInQuotes() throws {
    let reading = try expect(
      "\"app\" \"«kumquat-17»\"\n\"a\" \"md5\(String(repeating: "0a", count: 16))\"\n"
        + "\"b\" \"SCRAM-SHA-256$4096:x\"\nc \"d\"\n", path: "userlist.txt",
      ["literal password password"])
    #expect(reading.assignments.count == 1)
  }

  @Test func namesBetweenColons() throws {
    try expect(
      "---\n:rubygems_api_key: «kumquat-17»\n:x: ''\n", path: "home/.gem/credentials",
      ["literal api_key api_key"])
  }

  @Test func aFileOfOneValue() throws {
    try expect(
      "«kumquat-17»\n", path: "secrets/db_password.txt",
      [
        "literal db_password db_password"
      ])
    try expect("\n  «kumquat-17»", path: "config/master.key", ["literal master.key master.key"])
    try expect("«kumquat-17»", path: ".vault_pass", ["literal .vault_pass .vault_pass"])
    try expect("ci\n«kumquat-17»\n", path: "auth.txt", ["literal password password"])
    try expect("«${PASSWORD}»\n", path: "password.txt", ["reference password password"])
  }

  @Test func otherFiles() {
    for (path, text) in [
      ("password.txt", "two words\n"), ("password.txt", "a\nb\nc\n"), ("password.md", "kumquat-17"),
      ("auth.txt", "user=ci\npass=kumquat-17\n"), ("AUTHORS", "ann\nbob\n"), ("notes.txt", "k-17"),
      ("db_password.txt", String(repeating: "x", count: 600)), ("password.txt", ""),
    ] {
      #expect(PipelineReader.read(Array(text.utf8), path: Path(path)) == nil, "\(path)")
    }
  }
}
