import Testing

/// The folder of a build of Jenkins: its companions say which step printed a line, and when.
@Suite struct JenkinsBuildTests {
  private let box: Sandbox
  private let log: Planted

  init() throws {
    box = try Sandbox()
    log = try Planted(
      """
      Started by user admin
      [Pipeline] Start of Pipeline
      [Pipeline] sh
      DB_PASSWORD=«Zx9-{base62:12}»
      [Pipeline] End of Pipeline

      """)
    try box.make("mkdir -p jobs/shop/builds/12/workflow jobs/shop/builds/12/timestamper")
    try box.write("jobs/shop/builds/12/log", log.bytes)
    // 2024-05-01T10:00:00.000Z
    try write("build.xml", "<flow-build><startTime>1714557600000</startTime></flow-build>")
    let start = log.text.utf8.prefix { $0 != UInt8(ascii: "=") }.count - "DB_PASSWORD".utf8.count
    try write("log-index", "0\n\(start) 7\n\(start + 40)\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try box.write("jobs/shop/builds/12/\(name)", Array(text.utf8))
  }

  private func node(_ id: Int, parent: Int, _ rest: String) -> String {
    "<Tag><node><parentIds><string>\(parent)</string></parentIds><id>\(id)</id>\(rest)</node></Tag>"
  }

  private func place(of path: String = "jobs") throws -> [String] {
    let report = try box.sh("leakage scan \(path) --age none --format json").report()
    return report.findings.map {
      let words = $0.location.place
      return [words?.job, words?.step, words?.time].map { $0 ?? "-" }.joined(separator: " | ")
    }
  }

  @Test func `nodes give the stage and the step, also past blocks that ended`() throws {
    try write(
      "workflow/7.xml",
      node(
        7, parent: 6,
        "<descriptorId>a.b.ShellStep</descriptorId>"
          + "<startTime>1714557605000</startTime>"))
    try write("workflow/6.xml", node(6, parent: 5, "<startId>4</startId>"))
    try write("workflow/5.xml", node(5, parent: 4, "<descriptorId>a.EchoStep</descriptorId>"))
    try write(
      "workflow/4.xml",
      node(
        4, parent: 3,
        "<descriptorId>a.StageStep</descriptorId>"
          + "<displayName>Old</displayName>"))
    try write(
      "workflow/3.xml",
      node(
        3, parent: 2,
        "<descriptorId>a.StageStep</descriptorId>"
          + "<displayName>Deploy</displayName>"))
    #expect(try place() == ["shop #12 | Deploy / sh | 2024-05-01T10:00:05Z"])
    // The way to the file does not matter.
    #expect(
      try place(of: "jobs/shop/builds/12/log") == ["shop #12 | Deploy / sh | 2024-05-01T10:00:05Z"])
    // Nor does what it was packed into, and how often.
    try box.make("bsdtar -a -cf all.zip jobs && bsdtar -czf all.tgz all.zip && mkdir packed")
    try box.make("mv all.tgz all.zip packed")
    #expect(
      try place(of: "packed")
        == Array(repeating: "shop #12 | Deploy / sh | 2024-05-01T10:00:05Z", count: 2))
    try box.make("cd jobs/shop && bsdtar -a -cf ../../builds.zip builds/12/log")
    #expect(try place(of: "builds.zip") == ["build #12 | - | -"])
  }

  @Test func `a finished build keeps its nodes in one file`() throws {
    try box.make("mkdir jobs/shop/builds/12/workflow-completed")
    try write(
      "workflow-completed/flowNodeStore.xml",
      "<x>" + node(7, parent: 3, "<descriptorId>a.BatchScriptStep</descriptorId>")
        + node(
          3, parent: 2,
          "<descriptorId>a.StageStep</descriptorId><displayName>Go &amp; &#82;un</displayName>")
        + "</x>")
    #expect(try place() == ["shop #12 | Go & Run / bat | -"])
  }

  @Test func `the timestamper gives the time of a line`() throws {
    try box.write("jobs/shop/builds/12/timestamper/timestamps", [5, 10, 0x80 | 20, 1, 100, 4])
    // 5 + 10 + 148 + 100 ms.
    #expect(try place() == ["shop #12 | - | 2024-05-01T10:00:00Z"])
  }

  @Test func `nothing beside the log, or nonsense, is no mistake`() throws {
    try box.make("rm -r jobs/shop/builds/12/log-index jobs/shop/builds/12/build.xml")
    #expect(try place() == ["shop #12 | - | -"])
    try write("log-index", "x y z\n99999999999999999999999 1\n-1 2\n0 7\n")
    try write("workflow/7.xml", node(7, parent: 7, ""))
    try write("build.xml", "<startTime>9999999999999999999999</startTime>")
    #expect(try place() == ["shop #12 | - | -"])
  }

  @Test func `parameters are names and values`() throws {
    let value = try Planted("«Wq7-{base62:12}»")
    try write(
      "build.xml",
      "<flow-build><hudson.model.StringParameterValue>\n<name>DB_PASSWORD</name>\n"
        + "<value>\(value.text)</value></hudson.model.StringParameterValue>"
        + "<hudson.model.PasswordParameterValue><name>API_PASSWORD</name>"
        + "<value>{AQAAABAAAAAQd2hhdGV2ZXIgdGhpcyBpcyBlbmNyeXB0ZWQ=}</value>"
        + "</hudson.model.PasswordParameterValue></flow-build>")
    let report = try box.sh("leakage scan jobs --age none --format json").report()
    let found = report.findings.filter { $0.path.hasSuffix("build.xml") }
    #expect(found.map(\.name) == ["DB_PASSWORD"])
  }
}
