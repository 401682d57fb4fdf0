import Testing

/// `leakage mask`: a log goes through, its secrets do not.
@Suite struct MaskTests {
  let box: Sandbox

  init() throws { box = try Sandbox() }

  static let log = """
    2024-05-01T10:00:00.1234567Z ##[group]Run deploy
    2024-05-01T10:00:01.1234567Z GH_TOKEN=«ghp_{github:36}»
    2024-05-01T10:00:02.1234567Z DB_PASSWORD=«{password:16}»
    2024-05-01T10:00:03.1234567Z all is well

    """

  @Test func `secrets are replaced and everything else stays`() throws {
    let planted = try Planted(Self.log)
    let run = try box.sh("leakage mask", input: planted.bytes)
    #expect(run.status == 0)
    var expected = planted.text
    for value in planted.values {
      let text = String(decoding: value, as: UTF8.self)
      #expect(!run.text.contains(text))
      let shown = try #require(
        run.text.firstMatch(
          of: text.hasPrefix("ghp")
            ? /\[REDACTED:github-[a-z-]+:[0-9a-f]{8}\]/
            : /\[REDACTED:generic-password:[0-9a-f]{8}\]/))
      expected = expected.replacing(text, with: shown.output)
    }
    #expect(run.text == expected)
    #expect(run.complaint == "leakage: replaced secrets in 2 places\n")
  }

  @Test func `with a key the digits are the same in every run`() throws {
    let planted = try Planted(Self.log)
    try box.write("key", String(repeating: "k", count: 32))
    let runs = try (0..<2).map { _ in
      try box.sh("leakage mask -q --fingerprint-key-file key", input: planted.bytes)
    }
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].complaint == "")
    let other = try box.sh("leakage mask -q", input: planted.bytes)
    #expect(other.output != runs[0].output)
  }

  @Test func `what was masked holds nothing for a scan to find`() throws {
    let planted = try Planted(Self.log)
    let run = try box.sh("leakage mask | leakage scan -", input: planted.bytes)
    #expect(run.status == 0, "\(run.text)")
  }

  @Test func `a packed log is unpacked, and a damaged one is 3`() throws {
    let planted = try Planted(Self.log)
    let packed = Packing.gzip(planted.bytes)
    let whole = try box.sh("leakage mask", input: packed)
    #expect(whole.status == 0)
    #expect(whole.text.contains("all is well"))
    let cut = try box.sh("leakage mask", input: Array(packed.dropLast(9)))
    #expect(cut.status == 3)
    #expect(!cut.text.contains(String(decoding: planted.values[0], as: UTF8.self)))
  }

  @Test func `a pipe that closes is no error, a full disk is`() throws {
    let planted = try Planted(Self.log)
    #expect(try box.sh("leakage mask > /dev/full", input: planted.bytes).status == 4)
    #expect(try box.sh("leakage mask", input: []).output == [])
  }
}
