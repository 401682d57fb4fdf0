import Findings
import Pipelines
import Testing

/// Scripts and files with damage anywhere: nothing ends the readers, and what they tell has a place.
@Suite struct DamagedScriptTests {
  static let samples = [
    sample(
      "bash",
      """
      if [ "$T" ]; then { A=(x "$T"); echo "$(cat <<'E' 2>&1
      $T '
      E
      ) ${T:0:4}" >&2; } >> $GITHUB_ENV; fi; FOO="\\"$T" env | sort | base64
      cat <<-EOF > f && for x in `a`; do echo $T; done &> f
      \t$T ${{ secrets.X }}
      \tEOF
      case $x in a) printenv;; esac; set -x; curl -u "a:$T" 1>/dev/stderr
      """),
    sample(
      "pwsh",
      """
      $t = Get-Token -Name "a`"b" -Password 'x''y' 2>&1 | Out-Null
      $env:A = @'
      a
      '@; Write-Host "$env:T '$env:T'" *> f; setx /s h /m A 'b' <# c #>
      $p = @{ User = 'u'; Password = "${env:T}" }
      """),
    sample(
      "cmd",
      """
      @if /i not "%A%"=="b" ( set "B=c & d" ) else ( setx /s h C "d e" /m )
      for %%i in (a b) do set X=p(q)r^ s>nul 2>&1 & if exist f echo %T%
      rem x
      :: y
      """),
    sample(
      "python",
      """
      import os; a = f"x{{y}}{b['{c}']}"; print(f(g("d", os.environ["T"])), 'e\\'')
      d: str = '''f"
      '''; os.environ.setdefault("E", r"f\\g"); logging.info(base64.b64encode(os.getenv('T')))
      """),
    (
      "x.tf",
      """
      resource "aws_iam_role" "a" {
        max_session_duration = 43200
        b = "${replace(v, "}", "\\"")}-%{if x}y%{endif}$${z}"
        c = jsonencode({ d = ["e", <<-EOF
          f
          EOF
        ] }) # g
        h { i = [1, (2)] /* j */ }
      }
      """
    ),
    (
      "Jenkinsfile",
      """
      pipeline { environment { A = 'b'; C = credentials('d') } stages { stage("e") { steps {
        sh '''set -x; echo $TOKEN > f'''; bat "set G=h"; withEnv(['I=j']) { sh(script: "k") } } } } }
      """
    ),
    (
      "x.xml",
      "<a><name>b</name> <value>c&amp;&#39;&#x10FFFF;d</value><name>e</name><defaultValue>f</defaultValue></a>"
    ),
    (
      "x.json",
      #"{"MaxSessionDuration": "43200", "Statement": [{"Action": "sts:AssumeRoleWithWebIdentity"}], "token_ttl": "9h"}"#
    ),
  ]

  private static func sample(_ shell: String, _ script: String) -> (String, String) {
    (".github/workflows/x.yml", GrowthTests.step(script, shell))
  }

  @Test(arguments: samples, 0..<4 as Range<UInt64>)
  func `damage ends no reader`(_ sample: (path: String, text: String), _ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let original = Array(sample.text.utf8)
    let marks = Array("[]{}\"'|>-:&*%@#\t\n \\$()<=`;^0129".utf8)
    for _ in 0..<120 {
      let bytes = random.damage(original, marks: marks, isCut: true)
      guard let reading = PipelineReader.read(bytes, path: Path(sample.path)) else { continue }
      for assignment in reading.assignments {
        #expect(!assignment.value.isEmpty && !assignment.range.isEmpty)
        #expect(assignment.range.lowerBound >= 0 && assignment.range.upperBound <= bytes.count)
      }
      for weakness in reading.weaknesses {
        #expect(weakness.range.lowerBound >= 0 && weakness.range.upperBound <= bytes.count)
        #expect(!weakness.range.isEmpty && weakness.reasons.first?.isEmpty == false)
      }
    }
  }

  /// Undamaged, each sample has something to find.
  @Test(arguments: samples)
  func `a sample without damage is read`(_ sample: (path: String, text: String)) throws {
    let reading = try read(sample.text, path: sample.path)
    #expect(!reading.assignments.isEmpty || !reading.weaknesses.isEmpty)
  }
}
