import Findings
import Testing

@testable import Pipelines

/// What the checks of scripts and steps see, and what they do not take for what it is not.
@Suite struct CheckTests {
  /// `rule: text` of the weaknesses of a script that has a secret as `T`, without the word `workflow-`.
  private func found(_ script: String, _ shell: String = "bash") throws -> [String] {
    try weaknesses(GrowthTests.step(script, shell), path: ".github/workflows/x.yml")
  }

  private func weaknesses(_ text: String, path: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try #require(PipelineReader.read(bytes, path: Path(path))).weaknesses.map {
      "\($0.ruleID.replacing("workflow-", with: "")): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  /// A script of a job without secrets is read only where one of the hints stands in it.
  @Test func hintsStandInAllWordsThatChecksNeed() {
    var count = 0
    for check in WorkflowCheck.ofScripts {
      guard case .words(let words) = check.need else { continue }
      for word in words {
        count += 1
        #expect(WorkflowCheck.mayNeed(Array("\(word)".utf8)[...]), "\(check.ruleID): \(word)")
      }
    }
    #expect(count > 0)
    #expect(!WorkflowCheck.mayNeed(Array("make test".utf8)[...]))
  }

  private func reasons(_ text: String) throws -> String {
    try read(text, path: ".github/workflows/x.yml").weaknesses.flatMap(\.reasons)
      .joined(separator: "\n")
  }

  @Test(arguments: [
    "echo $T >&2", "echo $T 1>&2", "echo $T 2>&1", "echo $T 2>/dev/null", "echo $T 2> f",
    "echo $T > /dev/stderr", "echo $T >/dev/stdout", "echo $T 2>>f", "echo $T >&2 2>/dev/null",
  ])
  func `a redirection that the log shows hides nothing`(_ script: String) throws {
    #expect(try found(script) == ["prints-secret: echo $T"])
  }

  @Test(arguments: [
    "echo $T > f", "echo $T >> f", "echo $T 1>f", "echo $T &> f", "echo $T &>>f", "echo $T >f 2>&1",
    "echo $T >| f", "echo $T > /dev/null", "echo $T >& f",
  ])
  func `what goes into a file is not printed`(_ script: String) throws {
    #expect(try found(script) == [])
  }

  @Test func `words of the shell are no commands`() throws {
    #expect(
      try found("if true; then echo $T; else echo \"$T\"; fi")
        == ["prints-secret: echo $T", "prints-secret: echo \"$T\""])
    #expect(try found("for x in 1; do env; done") == ["prints-environment: env"])
    #expect(try found("while ! env; do :; done") == ["prints-environment: env"])
    #expect(try found("{ echo $T; }") == ["prints-secret: echo $T"])
    #expect(try found("FOO=1 env") == ["prints-environment: env"])
    #expect(try found("FOO=1 BAR=2 echo $T") == ["prints-secret: echo $T"])
    #expect(try found("FOO=$T echo a") == [])
    #expect(try found("env FOO=1 make") == [])
    #expect(
      try found("TWINE_PASSWORD=$T twine upload x") == ["stored-publish-token: twine upload x"])
  }

  /// What becomes of the output of a group becomes of that of its commands.
  @Test func `a group is redirected as a whole`() throws {
    #expect(try found("{ echo $T; env; } > f") == [])
    #expect(try found("for x in 1; do echo $T; done >> f\necho $T") == ["prints-secret: echo $T"])
    #expect(try found("( echo $T ) > f; if a; then echo $T; fi") == ["prints-secret: echo $T"])
    #expect(try found("if a; then { echo $T; }; fi > f") == [])
    #expect(
      try found("{\n  echo \"T=$T\"\n} >> $GITHUB_ENV") == ["secret-in-output: echo \"T=$T\""])
    #expect(try found("{ env; } | sort") == ["prints-environment: env"])
    #expect(try found("{ echo $T; } | docker login --password-stdin") == [])
    #expect(try found("{ echo $T; } >&2") == ["prints-secret: echo $T"])
    #expect(try found("case a in b) echo $T;; esac > f\nenv") == ["prints-environment: env"])
    #expect(try found("A=(env $T)\n}; done; fi; ) echo $T") == ["prints-secret: echo $T"])
  }

  @Test func `single quotes expand nothing`() throws {
    #expect(try found("echo '$T'") == [])
    #expect(try found("echo 'a'\"$T\"'b'") == ["prints-secret: echo 'a'\"$T\"'b'"])
    #expect(try found("echo \"it's $T\"") == ["prints-secret: echo \"it's $T\""])
    #expect(try found("echo it's $T") == ["prints-secret: echo it's $T"])
    #expect(try found("# it's\necho $T") == ["prints-secret: echo $T"])
    #expect(
      try found("echo '${{ secrets.Y }}'") == ["prints-secret: echo '${{ secrets.Y }}'"])
    #expect(try found("A='$T'\necho $A") == [])
    #expect(try found("cat <<'E'\n$T\nE") == [])
    #expect(try found("cat <<E\nit's '$T'\nE") == ["prints-secret: cat"])
    #expect(try found("Write-Host '$env:T'", "pwsh") == [])
    #expect(try found("Write-Host \"$env:T\"", "pwsh") == ["prints-secret: Write-Host \"$env:T\""])
    let escaped = "Write-Host \"a`\"b '$env:T'\""
    #expect(try found(escaped, "pwsh") == ["prints-secret: \(escaped)"])
    #expect(try found("echo \\'$T\\'") == ["prints-secret: echo \\'$T\\'"])
    #expect(try found("echo '%T%'", "cmd") == ["prints-secret: echo '%T%'"])
  }

  @Test func `escaped quotes end no word`() throws {
    #expect(
      try found("echo \"a \\\" ; $T\" > f\necho \"$T\"") == ["prints-secret: echo \"$T\""])
    #expect(
      try found("echo \"$(cat \"a b\") $T\" > f") == [])
    #expect(try found("curl -H \"A: \\\"b\\\" $T\"; env").last == "prints-environment: env")
  }

  @Test func `docker inspect prints what its format names`() throws {
    #expect(try found("docker inspect x") == ["prints-environment: docker inspect x"])
    #expect(try found("docker inspect --format '{{.State.Status}}' x") == [])
    #expect(try found("docker inspect -f '{{.Id}}' x") == [])
    for format in ["{{json .}}", "{{.Config}}", "{{range .Config.Env}}{{.}}{{end}}"] {
      #expect(try found("docker inspect --format='\(format)' x").count == 1, "\(format)")
    }
  }

  @Test func `what is left out of an artifact is not stored`() throws {
    let step = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n"
    func upload(_ paths: String) throws -> [String] {
      try weaknesses(
        step
          + "    - uses: actions/upload-artifact@v4\n      with:\n        path: |\n          \(paths)\n",
        path: ".github/workflows/x.yml")
    }
    #expect(try upload("dist\n          !dist/.env") == [])
    #expect(try upload("dist/.env\n          !dist/x").count == 1)
    #expect(
      try weaknesses(
        "a:\n  script: [b]\n  artifacts:\n    paths:\n    - '!dist/.env'\n", path: ".gitlab-ci.yml")
        == [])
  }

  @Test func `the condition of a job is one, too`() throws {
    #expect(
      try weaknesses(
        "on: push\njobs:\n  a:\n    if: secrets.X != ''\n    runs-on: x\n    steps: [{run: b}]\n",
        path: ".github/workflows/x.yml") == ["secret-in-condition: secrets.X != ''"])
  }

  /// A reason names what a secret is called, and never what anybody wrote beside it.
  @Test func `reasons hold no text of the file`() throws {
    let word = "hunter" + "2pass"
    let login =
      "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n    - uses: docker/login-action@v3\n      with:\n"
      + "        password: ${{ secrets.X }}\n        registry: "
    for registry in [
      "https://me:\(word)@registry.example.com/v2", "me:\(word)@registry.example.com",
      "registry.example.com/v2?token=\(word)", "registry.example.com/\(word)",
    ] {
      let reason = try reasons(login + registry + "\n")
      #expect(!reason.contains(word), "\(registry)")
      #expect(reason.contains("logs in to registry.example.com with X,"), "\(registry)")
    }
    #expect(
      try reasons(login + "${{ format('\(word)') }}\n").contains("logs in to a registry with"))
    #expect(try reasons(login + "localhost:5000\n").contains("logs in to localhost:5000 with"))
    let named = GrowthTests.step("env; echo $T").replacing(
      "- shell: bash", with: "- name: \(word)\n      shell: bash")
    #expect(try reasons(named).contains("the step prints its environment"))
    #expect(!(try reasons(named).contains(word)))
    let job = "\(word):\n  script: [set -x, 'echo $DEPLOY_TOKEN']\n"
    let others = try read(job, path: ".gitlab-ci.yml").weaknesses
    #expect(others.count == 2 && !others.contains { $0.reasons.joined().contains(word) })
    for command in ["'\(word)'", "https://a:\(word)@b", "/opt/\(word)"] {
      let reason = try reasons(GrowthTests.step("\(command) --password $T"))
      #expect(reason.contains("--password"), "\(command)")
      #expect(!reason.contains(word), "\(command)")
    }
    #expect(
      try reasons(GrowthTests.step("/usr/bin/curl -u $T x")).contains("to curl on its command line")
    )
    #expect(
      !(try reasons(GrowthTests.step("ansible -vvv\(word) $T")).contains(word)))
  }

  /// Values are compared in a dictionary; what is told must not hang on its order.
  @Test func `the same file gives the same weaknesses`() throws {
    let values = (0..<40).map { number in
      "\"PROD_PASSWORD_\(number)\": \"value\(number)\", \"DEV_PASSWORD_\(number)\": \"value\(number)\""
    }.joined(separator: ", ")
    let text = "a:\n  script: [b]\n  variables:\n    X: '{\(values)}'\n"
    let secret =
      "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  config.json: '{\(values)}'\n"
    for (text, path) in [(text, ".gitlab-ci.yml"), (secret, "a.yml")] {
      let first = try read(text, path: path).weaknesses
      for _ in 0..<8 { #expect(try read(text, path: path).weaknesses == first) }
    }
    let encoded = Base64.encode(Array("{\(values)}".utf8))
    let packed =
      "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  config.json: \(String(decoding: encoded, as: UTF8.self))\n"
    // All of them stand in one range; the first one speaks for it.
    #expect(
      try read(packed, path: "a.yml").weaknesses.first?.reasons.first?.contains(
        "PROD_PASSWORD_0 has")
        == true)
  }

  @Test(arguments: [
    "vault kv get -version=3 a/b", "vault read a/b", "aws ssm get-parameter --name a",
    "aws secretsmanager get-secret-value --secret-id a", "op read op://a/b/c",
    "aws ecr get-login-password", "doppler secrets get A",
    "gcloud secrets versions access 7 --secret a",
    "az keyvault secret show --version 7", "kubectl create token a --duration 9999h",
    "aws sts assume-role --duration-seconds 43200", "vault token create -ttl 9999h",
  ])
  func `some commands concern checks where no job has a secret`(_ command: String) throws {
    let text = "on: push\njobs:\n  a:\n    steps:\n    - run: \(command)\n"
    #expect(try !weaknesses(text, path: ".github/workflows/x.yml").isEmpty)
  }

  @Test func `a secret is read whatever way YAML writes its name`() throws {
    let text = """
      on: push
      jobs:
        a:
          steps:
          - env:
              T: "${{ \\x73ecrets.X }}"
            run: echo $T

      """
    #expect(try weaknesses(text, path: ".github/workflows/x.yml") == ["prints-secret: echo $T"])
  }
}
