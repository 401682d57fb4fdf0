import Findings
import Logs
import Testing

@Suite struct EnvironmentDumpTests {
  func blocks(_ log: String) -> [EnvironmentBlock] {
    LogReader.read(Array(log.utf8), as: .plain).blocks
  }

  func pairs(_ block: EnvironmentBlock) -> [String] {
    block.assignments.map { "\($0.name)=\(string($0.value))" }
  }

  static let five = "A=1\nB=2\nPATH=/bin\nC=3\nD=4\n"

  @Test func fiveLinesWithAnAnchorAreAnEnvironment() {
    let found = blocks("start\n" + Self.five + "end\n")
    #expect(found.map(\.kind) == [.env])
    #expect(found.first.map(pairs) == ["A=1", "B=2", "PATH=/bin", "C=3", "D=4"])
    #expect(found.first?.range == 6..<6 + Self.five.utf8.count - 1)
  }

  @Test(arguments: [
    "A=1\nB=2\nE=x\nC=3\nD=4\n", "A=1\nPATH=/bin\nC=3\nD=4\n", "A=1\nB=2\n\nPATH=/bin\nC=3\nD=4\n",
    " A=1\n B=2\n PATH=/bin\n C=3\n D=4\n", "1A=1\n2=2\n=3\nPATH=1\nB=2\n", "a b=1\nPATH=/bin\n",
    "declare -x A=\"1\"\ndeclare -x B=\"2\"\n",
  ])
  func lessIsNone(log: String) { #expect(blocks(log).isEmpty) }

  @Test func aValueOfSeveralLinesGoesOnWhereTheEnvironmentGoesOn() {
    let found = blocks(Self.five + "more of D\n\nX=x of D?\nand more\nE=5\nF=6\noutput\nG=7\n")
    #expect(found.count == 1)
    #expect(
      found.first.map { Array(pairs($0).suffix(3)) }
        == ["D=4\nmore of D\n\nX=x of D?\nand more", "E=5", "F=6"])
  }

  @Test func `a name with dots is one of the environment`() {
    let found = blocks(Self.five + "spring.password=x\nE=5\nF=6\n")
    #expect(found.map(\.kind) == [.env])
    #expect(
      found.first.map { Array(pairs($0).suffix(4)) } == ["D=4", "spring.password=x", "E=5", "F=6"])
    #expect(
      blocks("a.b=0\n" + Self.five).first.map(pairs)
        == ["a.b=0", "A=1", "B=2", "PATH=/bin", "C=3", "D=4"])
    #expect(blocks("a.b=0\nc.d=1\ne.f=2\ng.h=3\nA=1\n").isEmpty)
  }

  @Test func whatFollowsMuchLaterIsAnotherMatter() {
    let found = blocks(Self.five + String(repeating: "output\n", count: 65) + Self.five)
    #expect(found.map { pairs($0).last } == ["D=4", "D=4"])
  }

  @Test func aValueIsWhatEnvPrinted() {
    let found = blocks(Self.five + "PW=it's a \"q\" $x\nQ='quoted'\nEMPTY=\nM=***\nR=$HOME\n")
    #expect(
      found.first.map { Array(pairs($0).suffix(4)) }
        == ["PW=it's a \"q\" $x", "Q='quoted'", "M=***", "R=$HOME"])
    #expect(found.first?.assignments.suffix(2).map(\.kind) == [.masked, .reference])
  }

  @Test func declareIsUnescaped() {
    let found = blocks(
      """
      declare -x EMPTY
      declare -x MULTI=$'line1\\nline2\\x41\\u00e9\\'\\t'
      declare -rx PW="it's a \\"q\\" \\$x \\n"
      declare -x RAW="one
      two"
      declare -x Z="z"
      """)
    #expect(found.map(\.kind) == [.declare])
    #expect(
      found.first.map(pairs)
        == ["MULTI=line1\nline2A\u{E9}'\t", "PW=it's a \"q\" $x \\n", "RAW=one\ntwo", "Z=z"])
  }

  @Test func exportIsUnescaped() {
    let found = blocks(
      """
      export PLAIN=abc123
      export PW='it'"'"'s a "q" $x'
      export MULTI='line1
      line2'
      export LAST='a
      b'
      """)
    #expect(found.map(\.kind) == [.export])
    #expect(
      found.first.map(pairs)
        == ["PLAIN=abc123", "PW=it's a \"q\" $x", "MULTI=line1\nline2", "LAST=a\nb"])
  }

  @Test func setIsUnescaped() {
    let found = blocks(
      """
      BASH_VERSION='5.2.15(1)-release'
      HOME=/home/ci
      IFS=$' \\t\\n'
      MULTI=$'line1\\nline2'
      PLAIN=abc123
      PW='it'\\''s a "q" $x'
      name ()
      {
          local X=1
      }
      """)
    #expect(found.map(\.kind) == [.set])
    #expect(
      found.first.map { Array(pairs($0).suffix(3)) }
        == ["MULTI=line1\nline2", "PLAIN=abc123", "PW=it's a \"q\" $x"])
  }

  @Test func theRangeOfAQuotedValueIsInsideItsQuotes() throws {
    let log = Array("declare -x A=\"one\"\ndeclare -x B=$'two'\ndeclare -x C=three\n".utf8)
    let found = LogReader.read(log, as: .plain).assignments
    #expect(found.map { string(log[$0.range]) } == ["one", "two", "three"])
  }

  @Test(arguments: ["\"open", "'open", "$'open\\", "\\", "$", "$'\\x"])
  func aQuoteWithoutAnEndIsText(value: String) {
    let found = blocks("declare -x A=\"1\"\ndeclare -x B=\"2\"\ndeclare -x C=\(value)")
    #expect(found.first.map { pairs($0).count } == 3)
    #expect(found.first?.assignments.last?.value.isEmpty == false)
  }

  @Test func anEnvironmentInAGitHubLogHasItsStepAndTime() {
    let time = "2024-05-01T10:00:00.1234567Z "
    let log =
      "\(time)##[group]Run env\n\(time)##[endgroup]\n"
      + Self.five.split(separator: "\n").map { "\(time)\($0)\n" }.joined()
      + "\(time)##[group]Run next\n"
    let found = LogReader.read(Array(log.utf8), as: .github).blocks
    #expect(found.map(\.kind) == [.env])
    #expect(
      found.first?.assignments.first?.place
        == Place(step: "env", time: Timestamp("2024-05-01T10:00:00Z")))
  }
}

/// What tools list when they are asked to say much.
@Suite struct ListingTests {
  private func listed(_ log: String) -> [String] {
    LogReader.read(Array(log.utf8), as: .plain).blocks.map { block in
      let values = block.assignments.map { assignment in
        "\(assignment.name)=\(string(assignment.value))\(assignment.kind == .masked ? " masked" : "")"
      }
      return "\(block.kind): " + values.joined(separator: ", ")
    }
  }

  @Test func curl() {
    #expect(
      listed(
        "* Connected\n> GET /a HTTP/1.1\n> Host: x\n> Authorization: Basic abc=\n> \n< HTTP/1.1 200\n"
      ) == ["requestHeaders: Host=x, Authorization=Basic abc="])
    #expect(listed("> quoted mail\n> more: of it\n").isEmpty)
  }

  @Test func terraform() {
    let plan = """
      Terraform will perform the following actions:

        # aws_db_instance.db will be created
        + resource "aws_db_instance" "db" {
            + password       = "one"
            + master         = (sensitive value)
            ~ token          = "old" -> "new \\" x" # forces replacement
            + "quoted.name"  = "two"
          }

      Plan: 1 to add, 0 to change, 0 to destroy.
      after = "no"
      """
    #expect(listed(plan) == ["plan: password=one, token=old, token=new \\\" x, quoted.name=two"])
    #expect(
      listed("Outputs:\n\ndb_password = \"x\"\nurl = \"y\"\nDone.\na = \"z\"\n") == [
        "plan: db_password=x, url=y"
      ])
  }

  @Test func `collections of Terraform have names`() {
    let outputs = #"""
      Outputs:

      db = {
        "password" = "one"
        "port" = 5432
      }
      tokens = tolist([
        "two",
        "three",
      ])
      cert = <<EOT
      -----BEGIN
      x = "four"
      EOT
      last = "five"
      Done.
      no = "six"
      """#
    #expect(
      listed(outputs) == [
        "plan: password=one, tokens=two, tokens=three, x=four, cert=-----BEGIN\nx = \"four\", last=five"
      ])
    let plan = #"""
      Terraform will perform the following actions:

        # x.y will be updated
        ~ resource "x" "y" {
            ~ args = [
                - "one",
                + "two",
              ]
            + env = jsonencode([
                {
                  + name  = "DB_PASSWORD"
                  + value = "three"
                },
              ])
            - old = "four" -> null
          }

      Changes to Outputs:
        + token = "five"

      You can apply this plan to save these new output values.
      no = "six"
      """#
    #expect(
      listed(plan) == [
        "plan: args=one, args=two, name=DB_PASSWORD, DB_PASSWORD=three, old=four, token=five"
      ])
    // A here-document that nothing ends hides nothing.
    #expect(listed("Outputs:\n\na = <<EOT\nb = \"x\"\nc = \"y\"\n") == ["plan: b=x, c=y"])
  }

  @Test func `a here-document without an end goes no further than its step`() {
    let time = "2024-05-01T10:00:00.0000000Z "
    let log = [
      "##[group]Run terraform output", "##[endgroup]", "Outputs:", "", "a = <<EOT", "b = \"x\"",
      "##[group]Run make", "##[endgroup]", "c = \"y\"",
    ].map { "\(time)\($0)\n" }.joined()
    let reading = LogReader.read(Array(log.utf8), as: .github)
    let names = reading.blocks.flatMap { $0.assignments.map(\.name) }
    #expect(names == ["b"])
  }

  @Test func `a long plan is read to its end`() {
    let lines = String(repeating: "      + a = 1\n", count: 30_000)
    let head = "Terraform will perform the following actions:\n"
    #expect(listed("\(head)\(lines)      + b = \"x\"\n\nPlan: 1\n") == ["plan: b=x"])
  }

  @Test func npm() {
    let log = """
      ; "user" config from /home/ci/.npmrc

      //registry.npmjs.org/:_authToken = (protected)
      //npm.example/:_password = "abc"
      ; node version = v18
      email = "me@x"
      done
      """
    #expect(
      listed(log) == ["configuration: _authToken=(protected) masked, _password=abc, email=me@x"])
  }

  @Test func pods() {
    let log =
      "    Ready:          True\n    Environment:\n      DB_PASSWORD:  x y\n      A:  <set to the key 'k'>\n"
      + "    Mounts:\n      /var: x\n"
    #expect(listed(log) == ["configuration: DB_PASSWORD=x y, A=<set to the key 'k'>"])
  }

  @Test func java() {
    let log = "java.version=17\nuser.home=/home/ci\nos.name=Linux\ndb.password=x\nbasedir=/a\n"
    #expect(
      listed("[INFO] properties\n\(log)end\n") == [
        "properties: java.version=17, user.home=/home/ci, os.name=Linux, db.password=x, basedir=/a"
      ])
    #expect(listed("a.b=1\nc.d=2\ne.f=3\ng.h=4\ni.j=5\n").isEmpty)
  }
}
