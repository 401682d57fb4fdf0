import Testing

/// The same log in other clothes has the same findings: rule, value and line.
@Suite struct MetamorphicTests {
  private let log: Planted

  init() throws {
    log = try Planted(
      """
      Preparing the machine
      + curl -H "PRIVATE-TOKEN: «glpat-{base62:20}»" https://gitlab.example/api
      remote: https://ci:«{base62:20}»@git.example/shop.git
      token «ghp_{github:36}» was given
      {"level":"info","db_password":"«Wq7-{base62:12}»"}
      DB_PASSWORD=«Zx9-{base62:12}»
      done in 3.2 s
      \(String(repeating: "still working on it\n", count: 40))aws_access_key_id = «AKIA{base32:16}»

      """, seed: 3)
  }

  /// What is found in the files of a folder, by file: `line rule value`. Equal values have equal
  /// numbers: all files are scanned at once.
  private func findings(_ files: [(name: String, bytes: [UInt8])]) throws -> [String: [String]] {
    let box = try Sandbox()
    try box.make("mkdir in")
    for file in files { try box.write("in/\(file.name)", file.bytes) }
    let report = try box.sh("leakage scan in --age none --format json").report()
    var found: [String: [String]] = [:]
    for finding in report.findings {
      for place in [finding.location] + finding.alsoAt {
        let file = String(place.path.split(separator: "/").last ?? "")
        found[file, default: []].append(
          "\(place.region.startLine) \(finding.rule) \(finding.valueGroup.map(String.init) ?? "-")")
      }
    }
    return found.mapValues { $0.sorted() }
  }

  private func expectSame(_ files: [(name: String, bytes: [UInt8])]) throws {
    let found = try findings([("plain.log", log.bytes)] + files)
    let plain = try #require(found["plain.log"])
    #expect(plain.count >= 5)
    for file in files { #expect(found[file.name] == plain, "\(file.name)") }
  }

  @Test func `containers change nothing`() throws {
    let half = log.bytes.count / 2
    let (head, tail) = (Array(log.bytes[..<half]), Array(log.bytes[half...]))
    let member = [("job.log", log.bytes)]
    try expectSame([
      ("a.log.gz", Packing.gzip(log.bytes)),
      ("members.log.gz", Packing.gzip(head) + Packing.gzip(tail)),
      ("a.zip", Packing.zip(member)),
      ("a.tar", Packing.tar(member)),
      ("a.log.zst", Packing.zstd(log.bytes)),
      ("a.tar.zst", Packing.zstd(Packing.tar(member))),
      ("a.tar.gz", Packing.gzip(Packing.tar(member))),
      ("nested.zip", Packing.zip([("logs.tar.gz", Packing.gzip(Packing.tar(member)))])),
      ("deep.tar", Packing.tar([("b.zip", Packing.zip([("c.gz", Packing.gzip(log.bytes))]))])),
    ])
  }

  private var lines: [String] {
    log.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Each line of the log made another one.
  private func changed(_ name: String, _ end: String = "\n", _ change: (Int, String) -> String)
    -> (name: String, bytes: [UInt8])
  {
    (name, Array(lines.enumerated().map { change($0, $1) + end }.joined().utf8))
  }

  @Test func `line ends, colours and marks change nothing`() throws {
    try expectSame([
      changed("crlf.log", "\r\n") { $1 },
      changed("colours.log") { "\u{1B}[36;1m\($1)\u{1B}[0m" },
      changed("links.log") { "\u{1B}]8;;\u{7}\($1)\u{1B}[0K" },
      ("bom.log", [0xEF, 0xBB, 0xBF] + log.bytes),
      ("utf16.log", [0xFF, 0xFE] + log.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ])
  }

  @Test func `the frames of CI systems change nothing`() throws {
    func clock(_ line: Int) -> String { "2024-05-01T10:00:\(10 + line % 50)" }
    try expectSame([
      changed("github.log") { "\(clock($0)).1234567Z \($1)" },
      changed("gitlab.log") { "\(clock($0)).123456Z 01O \($1)" },
      changed("jenkins.log") { "[\(clock($0)).123Z] \($1)" },
      changed("kubectl.log") { "\(clock($0)).123456789Z \($1)" },
      changed("cri.log") { "\(clock($0)).123456789Z stdout F \($1)" },
      changed("docker.log") { line, text in
        let escaped = text.replacing("\"", "\\\"")
        return
          "{\"log\":\"\(escaped)\\n\",\"stream\":\"stdout\",\"time\":\"\(clock(line)).1Z\"}"
      },
    ])
  }
}

extension String {
  /// Each occurrence of a text replaced by another.
  fileprivate func replacing(_ text: Character, _ other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
