import Testing

@Suite struct OutputTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("leak/a.txt", Planted.token(1).bytes)
  }

  @Test func `a report goes to a file that only its owner reads`() throws {
    let run = try box.sh(
      """
      umask 000
      leakage scan leak -o out.txt; echo $?
      stat -c %a out.txt
      leakage scan leak --format text >plain.txt
      cmp out.txt plain.txt && ls -A
      """)
    #expect(run.text == "1\n600\nleak\nout.txt\nplain.txt\n")
    #expect(run.errors.isEmpty)
  }

  @Test func `an old report is replaced whole`() throws {
    try box.write("out.json", [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20))
    #expect(try box.sh("leakage scan leak --format json -o out.json").status == 1)
    let report = box.read("out.json")
    #expect(report.first == UInt8(ascii: "{") && report.count < 1 << 16)
  }

  @Test func `several formats are written in one run`() throws {
    let run = try box.sh(
      """
      leakage scan leak --as-of 2026-01-01 --format sarif=a.sarif --format jsonl=b.jsonl \
        --format json=c.json -f text >text; echo $?
      for f in json jsonl sarif text; do
        leakage scan leak --as-of 2026-01-01 --format $f >one.$f
      done
      cmp a.sarif one.sarif; cmp b.jsonl one.jsonl; cmp c.json one.json; cmp text one.text
      """)
    #expect(run.text == "1\n", "\(run.complaint)")
    #expect(run.errors.isEmpty)
  }

  @Test func `only files mean silence`() throws {
    let run = try box.sh("leakage scan leak --format json=a.json")
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test(arguments: ["nosuch/out.txt", "/dev/full", "leak", "/proc/out.txt"])
  func `a report that cannot be written is 4 and named`(_ place: String) throws {
    let run = try box.sh("leakage scan leak -o \(place)")
    #expect(run.status == 4)
    #expect(run.complaint.hasPrefix("leakage: cannot write \(place): "))
    #expect(run.complaint.split(separator: "\n").count == 1)
    #expect(try box.sh("ls -A . leak").text == ".:\nleak\n\nleak:\na.txt\n")
  }

  @Test func `an old report survives a failure`() throws {
    try box.write("kept/old.txt", "old")
    let run = try box.sh(
      """
      [ "$(id -u)" = 0 ] || chmod 500 kept
      ulimit -f 0; trap '' XFSZ
      leakage scan leak -o kept/old.txt 2>/dev/null
      """)
    #expect(run.status == 4)
    #expect(try box.sh("chmod 700 kept; ls -A kept; cat kept/old.txt").text == "old.txt\nold")
  }

  @Test func `a full or closed standard output is 4`() throws {
    let full = try box.sh("leakage scan leak >/dev/full")
    #expect(full.status == 4)
    #expect(full.complaint.contains("cannot write to standard output: No space left"))
    let closed = try box.sh("leakage scan leak >&-")
    #expect(closed.status == 4)
    #expect(try box.sh("leakage scan leak >&- 2>&-").status == 4)
  }

  @Test func `a reader that leaves early is no error of the scan`() throws {
    let run = try box.sh(
      "{ sleep 0.3; leakage scan leak --format sarif; echo $? >status; } | true; cat status")
    #expect(run.text == "1\n")
    #expect(run.errors.isEmpty)
  }

  @Test func `devices are written in place`() throws {
    let run = try box.sh("leakage scan leak -o /dev/null; echo $?; [ -c /dev/null ] && echo kept")
    #expect(run.text == "1\nkept\n")
    let out = try box.sh("leakage scan leak --format jsonl=/dev/stdout")
    #expect(out.text.hasPrefix("{"))
  }

  @Test func `colours are for terminals, or for those who ask`() throws {
    #expect(!(try box.sh("leakage scan leak").output.contains(0x1B)))
    #expect(try box.sh("leakage scan leak --color always").output.contains(0x1B))
    let forced = ["CLICOLOR_FORCE=1"]
    #expect(try box.sh("leakage scan leak", environment: forced).output.contains(0x1B))
    let both = ["CLICOLOR_FORCE=1", "NO_COLOR=1"]
    #expect(!(try box.sh("leakage scan leak", environment: both).output.contains(0x1B)))
    #expect(
      !(try box.sh("leakage scan leak --color never", environment: forced).output.contains(0x1B)))
  }

  @Test func `SARIF is split into a folder`() throws {
    let run = try box.sh("leakage scan leak --sarif-split parts; echo $?; ls parts")
    #expect(run.text == "1\nleakage-1.sarif\n")
  }
}
