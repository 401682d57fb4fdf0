import Glibc
import Testing

/// One bad input never costs another's findings.
@Suite struct FaultTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("d/good.txt", Planted.token(1).bytes)
  }

  /// Scans the folder; the paths with findings.
  func paths() throws -> [String] {
    let run = try box.sh("leakage scan d --format json")
    #expect(run.status == 1, "\(run.complaint)")
    #expect(run.errors.isEmpty)
    return try run.report().paths
  }

  func notes() throws -> Set<String> {
    Set(try box.sh("leakage scan d --format json").report().notifications.map(\.code))
  }

  @Test func `all of them at once`() throws {
    let token = try Planted.token(2).bytes
    try box.write("d/a.gz", Array(Packing.gzip(token).dropLast(10)))
    try box.write("d/b.zip", Array(Packing.zip([("m", token)]).dropLast(40)))
    try box.write("d/c.zip", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0xFF, count: 500))
    try box.write(
      "d/.github/workflows/deep.yml",
      "on: push\njobs: " + String(repeating: "[", count: 100_000) + "\n")
    try box.write(
      "d/.github/workflows/bombs.yml",
      "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + (0..<25).map {
          "a\($0): &a\($0) [" + Array(repeating: "*a", count: 9).joined(separator: ",") + "]\n"
        }
        .joined())
    try box.make(
      """
      cd d; mkfifo fifo; ln -s . loop; ln -s .. up; ln -s /proc/self/environ environ
      ln -s nowhere dangling; ln -s loop2 loop1; ln -s loop1 loop2
      printf 'x' >empty.gz; : >nothing; printf '\\357\\273\\277' >bom
      """)
    #expect(try paths() == ["a.gz", "b.zip > m", "good.txt"])
    let codes = try notes()
    #expect(codes.isSuperset(of: ["truncated", "special-file", "symbolic-link", "structure"]))
  }

  @Test func `a history that lacks an object`() throws {
    try box.make(
      """
      new r; cp ../d/good.txt good.txt; echo lost >lost.txt; commit 2020-01-02 one
      object=.git/objects/$(git rev-parse :lost.txt | sed 's|..|&/|'); rm -f $object
      """)
    let report = try box.sh("leakage scan --history r --format json").report()
    #expect(report.paths == ["good.txt"])
    // Once for the scan, once for the age of what was found.
    #expect(report.notifications.map(\.code) == ["missing-object", "missing-object"])
    #expect(try box.sh("leakage scan --history r --incomplete fail").status == 3)
  }

  @Test func `a single line of 20 MB`() throws {
    let token = try Planted.token(2)
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 20 << 20)
    try box.write("d/line.txt", line + Array(" ".utf8) + token.bytes)
    #expect(try paths() == ["good.txt", "line.txt"])
  }

  @Test func `many lines that begin like secrets`() throws {
    let noise = String(
      repeating: "password=${x} token: \"\n-----BEGIN RSA PRIVATE KEY-----\n", count: 5000)
    try box.write("d/noise.txt", noise)
    #expect(try paths().contains("good.txt"))
  }

  @Test func `a zero and a one in a binary`() throws {
    let token = try Planted.token(2).bytes
    try box.write("d/binary", [0, 1, 2, 0xFF, 0xFE, 0] + token + [0, 0, 0xC3])
    #expect(try paths() == ["binary", "good.txt"])
  }

  @Test func `names that act on terminals`() throws {
    try box.make(
      #"""
      cd d
      cp good.txt "$(printf 'a\033[2Jb')"; cp good.txt "$(printf 'new\nline')"
      cp good.txt "$(printf 'caf\351')"; cp good.txt -- -rf; cp good.txt "$(printf 'r\342\200\256l')"
      """#)
    for format in ["text", "json", "jsonl", "sarif"] {
      let run = try box.sh("leakage scan d --format \(format)")
      #expect(run.status == 1)
      #expect(!run.output.contains(0x1B), "\(format)")
      #expect(!run.text.contains("\u{202E}"), "\(format)")
      #expect(String(validating: run.output, as: UTF8.self) != nil, "\(format)")
    }
    #expect(try paths().count == 6)
  }

  /// How to run a command that may not read everything: for root, as nobody.
  private static let asNobody =
    geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
  private static let canBeNobody: Bool = {
    guard let box = try? Sandbox(), (try? box.make("chmod 755 $BOX $BOX/bin")) != nil else {
      return false
    }
    return (try? box.sh("\(asNobody) leakage --version"))?.status == 0
  }()

  @Test(.enabled(if: FaultTests.canBeNobody, "the binary cannot be run by nobody here"))
  func `an unreadable file is incomplete`() throws {
    try box.make("cp d/good.txt d/shut.txt; chmod 000 d/shut.txt; chmod 755 $BOX")
    let run = try box.sh("\(Self.asNobody) leakage scan d --format json")
    let report = try run.report()
    #expect(report.paths == ["good.txt"])
    #expect(report.notifications.map(\.code) == ["unreadable"])
    #expect(report.incomplete)
    #expect(run.status == 1)
  }
}
