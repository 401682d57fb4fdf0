import Testing

/// No value of an input ever leaves: not in a report, not in an error, not in a file left behind, not
/// in the arguments or the environment of a child.
@Suite struct CanaryTests {
  let box: Sandbox
  let canary: Canary

  init() throws {
    box = try Sandbox()
    canary = Canary(try PlantedFolder.plant(in: box))
  }

  /// Runs a script in the planted folder and looks at all that it wrote.
  @discardableResult
  func run(_ script: String, environment: [String] = []) throws -> Outcome {
    let outcome = try box.sh("mkdir -p ../out\n" + script, environment: environment)
    for (name, bytes) in [("output", outcome.output), ("errors", outcome.errors)] {
      #expect(canary.traces(in: bytes) == [], "\(name) of \(script)")
    }
    return outcome
  }

  /// All bytes below some folders of the sandbox, names of files too.
  func all(below folders: String) throws -> [UInt8] {
    try box.sh("cd $BOX; find \(folders) -type f -print -exec cat {} +").output
  }

  @Test func `the canary knows each form`() throws {
    let value = Array("a\"b+cä/d\ne_f-g=h.i0jKLmNo".utf8)
    let canary = Canary([value])
    let text = String(decoding: value, as: UTF8.self)
    #expect(canary.traces(in: Array("nothing of abcdefghijklmnopqrstuvwxyz".utf8)) == [])
    let escaped = text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    let hexadecimal = value.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    for form in [
      text, String(text.dropFirst(6).prefix(13)), escaped, hexadecimal, hexadecimal.uppercased(),
      String(text.unicodeScalars.reversed().map(Character.init)),
      "a%22b%2Bc%C3%A4%2Fd%0Ae_f-g%3Dh.i0jKLmNo",
    ] {
      #expect(canary.traces(in: Array("<\(form)>".utf8)) != [], "\(form)")
    }
    for lead in ["", "x", "xy"] {
      let run = try box.sh("base64 -w 0", input: Array(lead.utf8) + value + Array("tail".utf8))
      #expect(canary.traces(in: run.output) != [], "behind \(lead)")
    }
  }

  @Test func `no baseline holds a value`() throws {
    try run(
      "cd r; leakage baseline write; leakage baseline update --history; leakage baseline show")
    try run("cd r; leakage scan --baseline .leakage-baseline --format json")
    #expect(canary.traces(in: box.read("r/.leakage-baseline")) == [])
  }

  static let scans = [
    "r", "--history r", "--staged r", "--range main~1..main r", "logs", "bad", "r logs bad",
    "r --authors full", "--history r --authors full", "r --no-inline-allow", "r logs --age config",
    "r logs --min-severity error",
  ]

  @Test(arguments: ["text", "json", "jsonl", "sarif", "html", "gitlab", "junit", "csv"])
  func `no report holds a value`(_ format: String) throws {
    for words in Self.scans {
      let run = try run("leakage scan \(words) --format \(format)")
      #expect(run.status == 1, "\(words): \(run.complaint)")
      // A table of one finding is short.
      #expect(run.output.count > (format == "csv" ? 300 : 500))
    }
    try run("leakage scan r logs bad --format \(format) --explain")
    try run("leakage scan r logs bad --format \(format)=../out/a -f text=../out/b >/dev/full")
    #expect(canary.traces(in: try all(below: "out home tmp")) == [])
    #expect(
      ["", "./.local/state/leakage/key\n"].contains(
        try box.sh("cd $HOME; find . $TMPDIR -type f").text))
  }

  @Test func `no inventory holds a value`() throws {
    for format in ["text", "json"] {
      let run = try run("leakage logs inventory logs bad --format \(format)")
      #expect(run.text.contains("OTHER_TOKEN"))
    }
  }

  @Test func `no explanation holds a value`() throws {
    let report = try box.sh("leakage scan r logs bad --format json").report()
    let found = report.findings.flatMap { [$0] + $0.members }
    #expect(found.count >= 25)
    for id in Set(found.map(\.id)) {
      #expect(try run("leakage scan r logs bad --explain \(id)").status == 1)
    }
    for words in ["--explain r", "--history r --explain", "--explain 00000000 r"] {
      try run("leakage scan \(words)")
    }
  }

  @Test func `no error holds a value`() throws {
    for script in [
      "leakage scan r --config broken/config-1.yml", "leakage scan r --config broken/config-2.yml",
      "leakage scan r --config broken/config-3.yml", "leakage scan r --config bad/cut.gz",
      "leakage rules check broken/rules-1.yml", "leakage rules check broken/rules-2.yml",
      "leakage rules check broken/rules-3.yml", "leakage rules check broken/rules-4.yml",
      "leakage scan r --fingerprint-key-file broken/short-key",
    ] {
      let run = try run(script)
      #expect(run.status == 2, "\(script): \(run.complaint)")
      #expect(!run.complaint.isEmpty)
    }
    for script in [
      "leakage scan r logs bad -o nosuch/out", "leakage scan r logs bad >/dev/full",
      "leakage scan r logs bad >&-",
    ] {
      #expect(try run(script).status == 4)
    }
    try run("cd r; leakage hook")
    for name in ["ci.yml", "key.pem"] {
      try run("leakage scan - <r/.github/workflows/\(name); leakage scan - <r/\(name)")
    }
    #expect(canary.traces(in: try all(below: "home tmp")) == [])
  }

  @Test(.enabled(if: Tracing.isPossible, "strace is missing or not permitted"))
  func `no child sees a value, and no one calls home`() throws {
    let key = try Planted("«{base62:40}»", seed: 99)
    let canary = Canary(try PlantedFolder.values() + key.values)
    for words in ["r logs bad", "--history r", "--staged r"] {
      let trace = try box.sh(
        """
        strace -f -v -s 65536 -e trace=execve,execveat,socket,connect,bind \
          -o $BOX/trace leakage scan \(words)
        """, environment: ["LEAKAGE_FINGERPRINT_KEY=\(key.text)"])
      #expect(trace.status == 1)
      let lines = try box.sh("cat $BOX/trace").text.split(separator: "\n")
      // The first line is leakage itself, which was given the key.
      let children = lines.dropFirst().filter { $0.contains("exec") }
      #expect(children.contains { $0.contains("git") })
      #expect(canary.traces(in: Array(children.joined(separator: "\n").utf8)) == [])
      let calls = lines.filter { line in
        ["socket(", "connect(", "bind("].contains { line.contains($0) }
      }
      #expect(calls == [])
    }
  }
}
