import Foundation
import Testing

/// `leakage logs inventory`: which secrets reached which job, by the masks.
@Suite struct InventoryTests {
  let box: Sandbox

  init() throws { box = try Sandbox() }

  static func log(_ lines: [String]) -> String {
    lines.map { "2024-05-01T10:00:00.1234567Z \($0)\n" }.joined()
  }

  @Test func `names, steps and gaps are told, values are not`() throws {
    let planted = try Planted("«{password:16}»")
    let value = String(decoding: planted.values[0], as: UTF8.self)
    try box.write(
      "job.log",
      Self.log([
        "##[group]Run migrate", "env:", "  DB_PASSWORD: ***", "  API_TOKEN: ***", "##[endgroup]",
        "##[group]Run deploy", "env:", "  DB_PASSWORD: ***", "##[endgroup]",
        "DB_PASSWORD=\(value)",
      ]))
    let run = try box.sh("leakage logs inventory job.log")
    #expect(run.status == 0)
    #expect(
      run.text == """
        job.log
          log
            API_TOKEN    masked once in step migrate, first at 2024-05-01T10:00:00Z
            DB_PASSWORD  masked 2 times in steps deploy, migrate, first at 2024-05-01T10:00:00Z
              in clear at job.log:10:42

        2 secrets reached 1 job

        """)
    let json = try box.sh("leakage logs inventory --format json job.log").text
    #expect(json.contains("\"inClear\": [\"job.log:10:42\"]") || json.contains("job.log:10:42"))
    #expect(!json.contains(value) && !run.text.contains(value))
  }

  @Test func `with a private key values in clear have fingerprints, as in a report`() throws {
    let planted = try Planted("«{password:16}»")
    let value = String(decoding: planted.values[0], as: UTF8.self)
    try box.write(
      "job.log",
      Self.log([
        "##[group]Run migrate", "env:", "  DB_PASSWORD: ***", "##[endgroup]",
        "DB_PASSWORD=\(value)", "DB_PASSWORD=\(value)",
      ]))
    try box.write("key", String(repeating: "k", count: 32))
    let keyed = try box.sh(
      "leakage logs inventory --format json --fingerprint-key-file key job.log"
    ).text
    let report = try box.sh(
      "leakage scan --age none --format json --fingerprint-key-file key job.log"
    ).text
    let label = "\"secretFingerprint\": \""
    let start = try #require(report.range(of: label)?.upperBound)
    let fingerprint = report[start...].prefix { $0 != "\"" }
    #expect(fingerprint.count == 32)
    #expect(keyed.components(separatedBy: "\"\(fingerprint)\"").count == 2)
    let plain = try box.sh("leakage logs inventory --format json job.log").text
    #expect(!plain.contains("secretFingerprints") && !keyed.contains(value))
  }

  @Test func `without masks it is empty`() throws {
    try box.write("a.log", "nothing\n")
    #expect(try box.sh("leakage logs inventory a.log").text == "0 secrets reached 0 jobs\n")
  }
}
