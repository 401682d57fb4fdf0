import Testing

@Suite struct HelpTests {
  let box: Sandbox

  init() throws { box = try Sandbox() }

  @Test(arguments: [
    "", "scan", "hook", "mask", "logs", "logs inventory", "rules", "rules list", "rules show",
    "rules check",
  ])
  func `every command explains itself`(_ command: String) throws {
    let run = try box.sh("leakage \(command) --help")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("OVERVIEW: "))
    #expect(run.text.contains("USAGE: leakage \(command)"))
    #expect(run.errors.isEmpty)
    // Wrapped lines of examples and raw values of enumerations are what a reader stumbles over.
    let lines = run.text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(!run.text.contains("default: 0") && !run.text.contains("default: 1"))
    #expect(!lines.contains { $0.hasSuffix("- ") })
  }

  @Test func `help names the examples and the exit codes on lines of their own`() throws {
    let text = try box.sh("leakage --help").text
    for line in [
      "  leakage scan --history              every version of every file",
      "  0 clean · 1 findings at or over the gate · 2 usage or configuration",
    ] {
      #expect(text.contains(line + "\n"))
    }
  }

  @Test func `severities are shown by name`() throws {
    let help = try box.sh("leakage scan --help").text
    let text = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("note, warning (the default) or error and worse"))
    #expect(text.contains("(values: note, warning, error;"))
  }

  @Test func `version is one line`() throws {
    let run = try box.sh("leakage --version")
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the options`(_ shell: String) throws {
    let run = try box.sh("leakage --generate-completion-script \(shell)")
    #expect(run.status == 0)
    #expect(run.text.contains("fail-on"))
    #expect(run.text.contains("sarif"))
  }

  @Test func `the script for bash is sound`() throws {
    let run = try box.sh("leakage --generate-completion-script bash >c && bash -n c")
    #expect(run.status == 0, "\(run.complaint)")
  }

  @Test(arguments: [
    ("scan --nosuch", "--nosuch"), ("nosuch", "nosuch"), ("scan --format xml", "xml"),
    ("scan --fail-on fatal", "fatal"), ("scan --jobs 0", "--jobs"), ("scan --jobs x", "x"),
    ("scan --as-of yesterday", "yesterday"), ("scan --history --staged", "--staged"),
    ("scan -0", "--files-from"), ("scan --files-from list path", "--files-from"),
    ("scan --age all", "all"), ("rules show", "id"),
    ("scan -o a --format text --format json", "-o"), ("scan -o a --format text=b", "-o"),
  ])
  func `a wrong option is a usage error`(_ words: String, _ named: String) throws {
    let run = try box.sh("leakage \(words)")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaint.contains(named))
    #expect(run.complaint.contains("Usage: leakage"))
  }
}
