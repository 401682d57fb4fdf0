import Testing

@Suite struct ExplanationTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("d/a.txt", Planted.token(1).bytes)
    try box.write("d/b.env", "DB_PASSWORD=changeme\nDB_HOST_PASSWORD=${SECRET}\n")
  }

  @Test func `a finding is explained by its id`() throws {
    let id = try box.sh("leakage scan d --format json").report().findings[0].id
    for words in ["d --explain \(id)", "--explain \(id) d", "d --explain \(id.uppercased())"] {
      let run = try box.sh("leakage scan \(words)")
      #expect(run.status == 1)
      for word in [
        "what", "revoke", "instead", "gitlab-access-token", "To allow it", ".leakage.yml",
      ] {
        #expect(run.text.contains(word), "\(word)")
      }
    }
  }

  @Test func `an unknown id is 2`() throws {
    let run = try box.sh("leakage scan d --explain 00000000")
    #expect(run.status == 2)
    #expect(run.complaint.contains("00000000"))
    #expect(run.output.isEmpty)
  }

  @Test func `without an id everything is explained`() throws {
    for words in ["d --explain", "--explain d"] {
      let run = try box.sh("leakage scan \(words)")
      #expect(run.status == 1)
      #expect(run.text.contains("revoke"))
      #expect(run.text.contains("struck out"))
      let json = try box.sh("leakage scan \(words) --format json")
      #expect(json.text.contains("b.env"))
    }
  }

  @Test func `an explanation goes to a file, too`() throws {
    let id = try box.sh("leakage scan d --format json").report().findings[0].id
    let run = try box.sh("leakage scan d --explain \(id) -o page; cat page")
    #expect(run.text.contains("revoke"))
  }
}
