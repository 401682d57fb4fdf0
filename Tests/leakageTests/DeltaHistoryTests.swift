import Testing

/// A history that is scanned along its deltas reports what a scan of every blob as a whole, read by
/// git, reports: the same findings and the same struck candidates at the same places.
@Suite struct DeltaHistoryTests {
  /// A history in the form that `git fast-import` reads: files of many versions, each made of the one
  /// before by small changes.
  private struct Story {
    private var random: UInt64
    private(set) var stream: [UInt8] = []
    private var mark = 0

    init(seed: UInt64) { random = seed &* 2 &+ 1 }

    mutating func number(below limit: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(limit))
    }

    /// A small change of a text: a piece more, a part less, a part elsewhere, half a piece.
    mutating func change(_ text: inout [UInt8], _ pieces: [[UInt8]]) {
      for _ in 0...number(below: 3) {
        let place = number(below: text.count + 1)
        let length = min(text.count - place, number(below: 120))
        let piece = pieces[number(below: pieces.count)]
        switch number(below: 6) {
        case 0, 1: text.insert(contentsOf: piece, at: place)
        case 2: text.removeSubrange(place..<place + length)
        case 3: text.insert(contentsOf: piece.prefix(number(below: piece.count + 1)), at: place)
        case 4: text.insert(contentsOf: Array(text[place..<place + length]), at: 0)
        default: text += text[place..<place + length]
        }
      }
    }

    /// Adds a commit of files; `parents` are marks of commits.
    mutating func commit(
      _ files: [(path: String, text: [UInt8])], parents: [Int], removing: [String] = []
    ) -> Int {
      mark += 1
      let own = mark
      let time = 1_577_836_800 + own * 3_600
      say("commit refs/heads/main\nmark :\(own)\n")
      say("committer Cid <cid@example.org> \(time) +0000\ndata 1\nx\n")
      for (index, parent) in parents.enumerated() {
        say("\(index == 0 ? "from" : "merge") :\(parent)\n")
      }
      for path in removing { say("D \(path)\n") }
      for file in files {
        say("M 100644 inline \(file.path)\ndata \(file.text.count)\n")
        stream += file.text
        say("\n")
      }
      say("\n")
      return own
    }

    private mutating func say(_ text: String) { stream += Array(text.utf8) }
  }

  private static func pieces() throws -> [[UInt8]] {
    try [
      "\n", "\r\n", "let x = 1\n", "no word here\n",
      "push https://a:«glpat-{base62:20}»@host/x.git\n",
      "token=«glpat-{base62:20}»\n", "password = \"«{base62:11}!»\"\n",
      "DB_PASSWORD=«{base62:14}»\r\n", "\"api_key\": \"«{base62:32}»\"",
      "-----BEGIN RSA PRIVATE KEY-----\n", "{base64:64}\n", "-----END RSA PRIVATE KEY-----\n",
      "https://ci:«{base62:12}»@host/x\n", "machine a\nlogin me\n", "password «{base62:13}»\n",
      "- name: API_TOKEN\n", "  value: «{base62:28}»\n", "# pragma: allowlist nextline secret\n",
      "# leakage:allow\n", "aws_secret_access_key = \n", "variable \"db_password\" {\n",
      "  default = \"«{base62:15}»\"\n}\n", "url=%22password%3Dabc\n", "secret = 'never closed\n",
      "env:\n  DB_PASSWORD: «{base62:12}»\n", "services:\n", "  web:\n    image: a\n",
    ].map { try Planted($0, seed: 3).bytes }
  }

  @Test(arguments: [UInt64](1...3)) func deltasLoseAndAddNothing(seed: UInt64) throws {
    let box = try Sandbox()
    let pieces = try Self.pieces()
    let oneLine = pieces.map { $0.filter { $0 != 0x0A && $0 != 0x0D } + Array(", ".utf8) }
    var story = Story(seed: seed)
    var files: [(path: String, text: [UInt8])] = [
      ("a.txt", []), ("src/main.go", []), (".github/workflows/ci.yml", Array("on: push\n".utf8)),
      ("compose.yaml", Array("services:\n".utf8)), ("min.js", []), ("build.log", []),
      ("data.bin", []),
    ]
    for index in files.indices {
      let some = index == 4 ? oneLine : pieces
      for _ in 0..<80 { files[index].text += some[story.number(below: some.count)] }
    }
    var head = story.commit(files, parents: [])
    for version in 0..<120 {
      let index = story.number(below: files.count)
      story.change(&files[index].text, index == 4 ? oneLine : pieces)
      // A NUL comes and goes: a text becomes a program and a text again.
      if index == 6 { files[6].text.append(version % 2 == 0 ? 0 : 0x0A) }
      head = story.commit([files[index]], parents: [head])
    }
    let side = story.commit([("moved/a.txt", files[0].text)], parents: [head], removing: ["a.txt"])
    story.change(&files[1].text, pieces)
    let other = story.commit([files[1]], parents: [head])
    story.change(&files[1].text, pieces)
    _ = story.commit([files[1], ("only-merged.txt", pieces[5])], parents: [side, other])
    try box.write("story", story.stream)

    let run = try box.sh(
      """
      git init -q --bare r; cd r; git fast-import --quiet <../story
      git repack -q -adf --depth=200 --window=40
      scan() { leakage scan --history --explain --age none --as-of 2026-01-01 --format json "$@"; }
      scan . >../delta.json; [ $? = 1 ] || echo "exit $?"
      scan --no-delta . >../whole.json; [ $? = 1 ] || echo "exit $?"
      cmp ../delta.json ../whole.json
      grep -c '"strike"' ../whole.json
      git verify-pack -v objects/pack/*.idx | grep -c '^[0-9a-f]* blob.* [1-9][0-9]* [0-9a-f]*$'
      """)
    #expect(run.complaint == "")
    let counts = run.text.split(separator: "\n").compactMap { Int($0) }
    #expect(counts.count == 2, "\(run.text)")
    #expect(counts.allSatisfy { $0 > 80 }, "\(run.text)")
  }
}
