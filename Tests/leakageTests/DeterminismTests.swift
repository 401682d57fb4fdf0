import Testing

/// Reports do not depend on the number of threads, on the order of the work, or on luck.
@Suite struct DeterminismTests {
  static let formats = ["text", "json", "jsonl", "sarif", "html", "gitlab", "junit", "csv"]

  let box: Sandbox

  init() throws { box = try Sandbox() }

  /// Writes all formats of a scan several times; all must be the same bytes.
  func expectOne(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let run = try box.sh(
      """
      for run in 1 2 3; do for jobs in 1 2 8; do
        out=""
        for f in \(Self.formats.joined(separator: " ")); do
          out="$out --format $f=out.$run.$jobs.$f"
        done
        leakage scan \(words) --as-of 2026-01-01 --jobs $jobs $out || [ $? = 1 ] || [ $? = 3 ]
        for f in \(Self.formats.joined(separator: " ")); do
          cmp out.1.1.$f out.$run.$jobs.$f
        done
      done; done
      wc -c <out.1.1.json
      """)
    #expect(run.complaint == "", sourceLocation: sourceLocation)
    let size = try #require(Int(run.text.split(separator: "\n").last ?? ""))
    #expect(size > 5000, sourceLocation: sourceLocation)
  }

  @Test func `the demonstration`() throws {
    try box.make("\(Sandbox.project)/scripts/demo .")
    try expectOne("shop logs")
    try expectOne("--history shop")
  }

  @Test func `a folder with archives and damage`() throws {
    for index in 0..<40 as Range<UInt64> {
      let token = try Planted.token(index % 25).bytes
      let text = token + Array("DB_PASSWORD=changeme\n".utf8)
      switch index % 5 {
      case 0: try box.write("d/\(index).txt", text)
      case 1: try box.write("d/\(index).gz", Packing.gzip(text))
      case 2: try box.write("d/\(index).gz", Array(Packing.gzip(text).dropLast(9)))
      case 3: try box.write("d/\(index)/.github/workflows/ci.yml", "on: push\njobs: [\n" + "a\n")
      default:
        let inner = Packing.zip([("deep.txt", text)])
        try box.write("d/\(index).zip", Packing.zip([("a/b.txt", text), ("inner.zip", inner)]))
      }
    }
    try expectOne("d --explain")
    try expectOne("d")
  }

  /// Versions of one file that have the same fault differ in their blobs alone.
  @Test func `equal notes come in one order, whatever is read first`() throws {
    let box = try Sandbox()
    try box.make(
      """
      new r; mkdir -p .github/workflows
      for day in 10 11 12 13 14 15 16 17 18 19; do
        printf 'a: b: c\\n# %s\\n' $day > .github/workflows/x.yml; commit 2020-01-$day v
      done
      git repack -adq
      """)
    for way in ["", "--no-delta"] {
      let run = try box.sh("leakage scan --history r \(way) --age none --format json")
      let blobs = run.text.matches(of: /"blob": "([0-9a-f]{40})"/).map(\.output.1)
      #expect(blobs.count == 10 && blobs == blobs.sorted(), "\(way) \(run.complaint)")
    }
  }
}
