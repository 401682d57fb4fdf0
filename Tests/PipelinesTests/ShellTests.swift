import Findings
import Pipelines
import Testing

/// Assignments in embedded scripts.
@Suite struct ShellTests {
  /// `name=value`, with a letter for what is no literal, of a marked script; marks are the ranges.
  private func check(_ script: String, _ expected: [String]) throws {
    let body = script.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "        \($0)" }.joined(separator: "\n")
    let marked = MarkedText("jobs:\n  a:\n   steps:\n   - run: |\n\(body)\n")
    let reading = try #require(
      PipelineReader.read(marked.bytes, path: Path(".github/workflows/x.yml")))
    #expect(
      reading.assignments.map { assignment in
        let kind = assignment.kind == .literal ? "" : " \(assignment.kind)"
        return "\(assignment.name)=\(assignment.text)\(kind)"
      } == expected, "\(script)")
    #expect(reading.assignments.map(\.range) == marked.ranges, "\(script)")
  }

  @Test func forms() throws {
    try check("A=«x»", ["A=x"])
    try check("export A=«x» B=«y»; C=«z» make && D=«w»", ["A=x", "B=y", "C=z", "D=w"])
    try check("A=\"«x y»\" B='«z # w»' C=«a\\ b»", ["A=x y", "B=z # w", "C=a b"])
    try check("A=«x\"y z\"'w»'", ["A=xy zw"])
    try check("readonly A+=«x»", ["A=x"])
    try check("docker run -e A=«x» --env \"B=«y z»\" img", ["A=x", "B=y z"])
    try check("echo \"A=«x»\" >> $GITHUB_ENV", ["A=x"])
    try check("helm upgrade --set auth.password=«x»", ["auth.password=x"])
    try check("(A=«x» make)", ["A=x"])
    try check("A=«x\\\ny»", ["A=xy"])
  }

  /// CI systems that expand `$X` themselves leave `$X` of a `$$X` to the shell.
  @Test func escapedDollars() throws {
    try check(
      "A=«$$(cat f)» B=\"«$${C}»\" D=«$$(E=«x» make)»",
      ["A=$$(cat f) reference", "B=$${C} reference", "D=$$(E=x make) reference", "E=x"])
    try check("A=«P@$$w0rd» B=«x$$»", ["A=P@$$w0rd", "B=x$$"])
  }

  @Test func lookups() throws {
    try check(
      "A=«$B» C=«${D}» E=«$(cat f)» F=«`cat f`»",
      [
        "A=$B reference", "C=${D} reference", "E=$(cat f) reference", "F=`cat f` reference",
      ])
    try check(
      "A=\"«$b»\" C=\"${D:-«x»}\" E='«$f»'",
      [
        "A=$b reference", "C=x mixed", "E=$f",
      ])
    try check("A=«pre-»$b B=«x»\"$c\"", ["A=pre- mixed", "B=x mixed"])
    try check(
      "A='«${{ secrets.X }}»' B=${{ x || '«y»' }}",
      [
        "A=${{ secrets.X }} reference", "B=y mixed",
      ])
    try check("A=\"«$(B=«x» c \"d\")»\"", ["A=$(B=x c \"d\") reference", "B=x"])
    try check("A=«$((1 << 2))» B=«$1$@»", ["A=$((1 << 2)) reference", "B=$1$@ reference"])
    try check("A=\\«$x» B=\"\\«$y»\"", ["A=$x", "B=$y"])
  }

  @Test func noAssignments() throws {
    for script in [
      "# A=x", "make # A=x", "A=", "A= x", "A=''", "A=(a b)", "[ $A == x ]", "a==b", "--a=b",
      "1A=x", "curl https://a/?b=c", "x =y", "=x", "A='  '", "echo 'not A=x'",
    ] {
      try check(script, [])
    }
  }

  @Test func hereDocuments() throws {
    try check(
      "cat > .env <<EOF\nA=«x»\n  export B='«y z»'\nC: d\nE=«$F»\nit's\nEOF\nG=«h»",
      ["A=x", "B=y z", "E=$F reference", "G=h"])
    try check("a <<'X' && b <<-\"Y\"\nA=«1»\nX\nB=«2»\n\tY\nC=«3»", ["A=1", "B=2", "C=3"])
    // Without an end it is none.
    try check("a <<EOF\nA=«x» B=«y»", ["A=x", "B=y"])
    try check("a <<< A=«x»\n((b<<2))\nC=«d»", ["A=x", "C=d"])
    try check("a $(cat <<E\nA=«b»\nE\n)\nC=«d»", ["A=b", "C=d"])
  }

  /// Other languages have quotes of their own.
  @Test func quotesLeftOpen() throws {
    try check("it's\nA=«x»", ["A=x"])
    try check("say \"\nA=«x»\necho $(", ["A=x"])
    try check("A='x\nB=«y»", ["B=y"])
    try check("A=\"$(\nB=«y»", ["B=y"])
    try check("A=`\nB=«y»\\", ["B=y"])
  }

  @Test func foldedAndEscapedScriptsKeepTheirPlaces() throws {
    let path = ".github/workflows/x.yml"
    let head = "jobs:\n a:\n  steps:\n  - run: "
    let at = "jobs.a.steps[0].run"
    try expect(
      head + ">\n      é A=«x»\n      make\n\n      B=«y»\n", path: path,
      ["literal A \(at)", "literal B \(at)"])
    try expect(
      head + "\"A=«x»\\nB='«y\\tz»'\\nC=\\\"«w»\\\"\"\n", path: path,
      ["literal A \(at)", "literal B \(at)", "literal C \(at)"])
    try expect(
      head + "|\r\n      A=«x»\r\n      B=\"«y\r\n      z»\"\r\n", path: path,
      ["literal A \(at)", "literal B \(at)"])
  }
}
