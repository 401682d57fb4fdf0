import Findings
import Pipelines
import Testing

/// Scripts in languages of their own, and how their languages are known.
@Suite struct ScriptLanguageTests {
  /// `name=value`, with a word for what is no literal, of a marked step; marks are the ranges.
  private func check(_ step: String, path: String, _ expected: [String]) throws {
    let marked = MarkedText(step)
    let reading = try #require(PipelineReader.read(marked.bytes, path: Path(path)))
    let found = marked.ranges.flatMap { range in
      reading.assignments.filter { $0.range == range }.map { assignment in
        let kind = assignment.kind == .literal ? "" : " \(assignment.kind)"
        return "\(assignment.name)=\(assignment.text)\(kind)"
      }
    }
    #expect(found == expected, "\(step)")
  }

  private func gitHub(_ shell: String, _ script: String, _ expected: [String]) throws {
    let body = script.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "        \($0)" }.joined(separator: "\n")
    try check(
      "jobs:\n  a:\n   steps:\n   - shell: \(shell)\n     run: |\n\(body)\n",
      path: ".github/workflows/x.yml", expected)
  }

  @Test func powerShell() throws {
    try gitHub("pwsh", "$env:A = '«x''y»'\n$b=\"«z»\" # c = 'd'\n", ["A=x'y", "b=z"])
    try gitHub("pwsh", "$a = \"«x`\"y`nz»\"\n[string]$b = '«w»'", ["a=x\"y\nz", "b=w"])
    try gitHub(
      "powershell", "${env:A} = \"«$env:B»\"\n$c = \"«x-»$d\"",
      ["A=$env:B reference", "c=x- mixed"])
    try gitHub("pwsh", "$p = @{ User = '«u»'; Password='«x y»' }", ["User=u", "Password=x y"])
    try gitHub("pwsh", "$p = ConvertTo-SecureString '«x»' -AsPlainText -Force", ["p=x"])
    try gitHub(
      "pwsh", "Set-It -Password (ConvertTo-SecureString \"«x»\" -AsPlainText)", ["Password=x"])
    try gitHub("pwsh", "Set-It -Name «n» -ApiKey '«x»'", ["Name=n", "ApiKey=x"])
    try gitHub(
      "pwsh", "[Environment]::SetEnvironmentVariable('A', '«x»', 'User')\nsetx B «y»",
      ["A=x", "B=y"])
    try gitHub("pwsh", "msbuild /p:Password=«x» --key=«y»", ["Password=x", "key=y"])
    try gitHub("pwsh", "$a = @'\n«x 'y'»\n'@\n$b = '«z»'", ["a=x 'y'", "b=z"])
    try gitHub("pwsh", "$a = '«${{ secrets.X }}»'", ["a=${{ secrets.X }} reference"])
    try gitHub("pwsh", "if ($a -eq 'x') { $env:B = '«y»' }", ["B=y"])
    try gitHub("pwsh", "$t = Get-Token -Name «n» -Password '«x»'", ["Name=n", "Password=x"])
    try gitHub("pwsh", "$t = docker login --password=«x» r", ["password=x"])
    try gitHub("pwsh", "$t = '«x»' -replace 'a', 'b'", ["t=x"])
    try gitHub("pwsh", "setx A '«x»' /M\nsetx /m B '«y»'", ["A=x", "B=y"])
  }

  @Test func batch() throws {
    try gitHub(
      "cmd", "set A=«x y»\n@set \"B=«z & w»\"\nsetx C \"«v»\"", ["A=x y", "B=z & w", "C=v"])
    try gitHub("cmd", "set A=«x^&y» && set B=«%C%»", ["A=x&y", "B=%C% reference"])
    try gitHub("cmd", "rem set A=x\n:: set B=y\nmsbuild /p:C=«z»", ["C=z"])
    try gitHub(
      "cmd", "setx A «x» /M\nsetx /m B \"«y z»\"\nsetx /s h /u me C «w» /m",
      ["A=x", "B=y z", "C=w"])
    try gitHub(
      "cmd", "if exist f ( set A=«x y» ) else ( set B=«z» )\nset C=«w»", ["A=x y", "B=z", "C=w"])
    try gitHub("cmd", "if exist f (\n  set A=«x y»\n)\nset B=«z»", ["A=x y", "B=z"])
    try gitHub(
      "cmd",
      "if \"%X%\"==\"\" set A=«x y»\nif not defined B set B=«z w»\nif /i %C% equ 1 set C=«v u»",
      ["A=x y", "B=z w", "C=v u"])
    try gitHub(
      "cmd", "for %%i in (a b) do set A=«x y»\nset B=«p(q)r s»", ["A=x y", "B=p(q)r s"])
  }

  @Test func python() throws {
    try gitHub("python", "a = '«x»'\nb: str = \"«y»\"\nc.d = r'«z\\w»'", ["a=x", "b=y", "d=z\\w"])
    try gitHub("python", "os.environ[\"A\"] = \"«x\\\"y»\"\nf(token='«z»')", ["A=x\"y", "token=z"])
    try gitHub("python", "d = {'password': '«x»', \"n\": 1}  # 'e': 'f'", ["password=x"])
    try gitHub(
      "python", "os.environ.setdefault('A', '«x»')\nb = f\"«x-»{c}\"", ["A=x", "b=x- mixed"])
    try gitHub("python", "a = f\"«x{{y}}»\"", ["a=x{y}"])
    try gitHub(
      "python", "a = f\"«x{{y}}-»{z}\"\nb = f\"«{c['{d}']}»\"",
      ["a=x{y}- mixed", "b={c['{d}']} reference"])
    try gitHub("python", "a = '''«x\n\"y\"»'''\nb == 'c'", ["a=x\n\"y\""])
  }

  /// Where the language is not written at the step.
  @Test func languages() throws {
    try check(
      "defaults:\n run:\n  shell: pwsh\njobs:\n a:\n  steps:\n  - run: $env:A = '«x»'\n",
      path: ".github/workflows/x.yml", ["A=x"])
    try check(
      "jobs:\n a:\n  runs-on: windows-2022\n  steps:\n  - run: $a = '«x»'\n",
      path: ".github/workflows/x.yml", ["a=x"])
    try check(
      "jobs:\n a:\n  runs-on: windows-2022\n  steps:\n  - shell: bash\n    run: A='«x»'\n",
      path: ".github/workflows/x.yml", ["A=x"])
    try check(
      "pool:\n  vmImage: windows-latest\nsteps:\n- script: set A=«x y»\n- bash: B=«z»\n- pwsh: $c='«w»'\n",
      path: "azure-pipelines.yml", ["A=x y", "B=z", "c=w"])
    try check(
      "pool: {vmImage: ubuntu-latest}\nsteps:\n- script: A=«x»\n- task: PowerShell@2\n"
        + "  inputs:\n    script: $b = '«y»'\n- task: PythonScript@0\n  inputs:\n    script: c = '«z»'\n",
      path: "azure-pipelines.yml", ["A=x", "b=y", "c=z"])
    try check(
      "install:\n- ps: $env:A = '«x»'\n- cmd: set B=«y z»\n- set C=«w v»\n",
      path: "appveyor.yml", ["A=x", "B=y z", "C=w v"])
    try check(
      "node { bat 'set A=«x y»'; powershell '$b = \"«z»\"' }", path: "Jenkinsfile",
      ["A=x y", "b=z"])
    try check("a:\n  script:\n  - $env:A = '«x»'\n", path: ".gitlab-ci.yml", ["A=x"])
  }

  /// Steps below expressions and in deployments are steps.
  @Test func azureTemplates() throws {
    try check(
      "steps:\n- ${{ if eq(a, b) }}:\n  - pwsh: $a = '«x»'\n- bash: B=«y»\n",
      path: "azure-pipelines.yml", ["a=x", "B=y"])
    try check(
      "stages:\n- stage: s\n  jobs:\n  - deployment: d\n    strategy:\n      runOnce:\n        deploy:\n"
        + "          steps:\n          - bash: A=«x»\n",
      path: "azure-pipelines.yml", ["A=x"])
  }

  /// A quote or bracket that nothing closes costs no time, and nothing that stands before it.
  @Test(arguments: [
    ("bash", "A='x'"), ("pwsh", "$A = 'x'"), ("cmd", "set A=x"), ("python", "A = 'x'"),
  ])
  func openQuotes(_ shell: String, _ assignment: String) throws {
    let marks = [
      "'", "\"", "@'", "@\"", "`", "(", "{", "${", "$(", "\"\"\"", "^", "<#", "f'{", "\\\"",
    ]
    for mark in marks {
      // An odd number of them.
      let growth = try Growth(of: 2_000) { count in
        let script = assignment + "\n      " + String(repeating: "\(mark) ", count: count + 1)
        return Array(
          "jobs:\n a:\n  steps:\n  - shell: \(shell)\n    run: |\n      \(script)\n".utf8)
      } work: { bytes in
        let reading = try #require(
          PipelineReader.read(bytes, path: Path(".github/workflows/x.yml")))
        #expect(reading.problems.isEmpty)
        #expect(reading.assignments.contains { $0.name == "A" && $0.text == "x" }, "\(mark)")
      }
      #expect(growth.isLinear, "\(shell) \(mark): \(growth)")
    }
  }
}
