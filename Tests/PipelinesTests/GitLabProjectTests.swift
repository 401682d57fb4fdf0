import Findings
import Pipelines
import Testing

/// The files of a project of GitLab, read together.
@Suite struct GitLabProjectTests {
  private func project(_ files: [String: String]) -> GitLabProject? {
    GitLabProject(
      read: { files[String(decoding: $0.bytes, as: UTF8.self)].map { Array($0.utf8) } },
      list: { folder in
        let prefix = folder.bytes.isEmpty ? "" : String(decoding: folder.bytes, as: UTF8.self) + "/"
        return files.keys.filter { $0.hasPrefix(prefix) }.map { Path($0) }
      })
  }

  /// `rule: text` of the weaknesses of each file.
  private func weaknesses(_ files: [String: String]) -> [String] {
    let project = project(files)
    return files.keys.sorted().flatMap { name -> [String] in
      let bytes = Array((files[name] ?? "").utf8)
      let found = PipelineReader.read(bytes, path: Path(name), project: project)?.weaknesses ?? []
      return found.map {
        "\(name) \($0.ruleID): \(String(decoding: bytes[$0.range], as: UTF8.self))"
      }
    }
  }

  private func files(_ include: String, _ names: [String]) -> [String] {
    var files = [".gitlab-ci.yml": include]
    for name in names { files[name] = "a: {script: [b]}\n" }
    return project(files)?.files.sorted().map(\.description) ?? []
  }

  private static let parts = """
    .setup:
      script:
      - printenv
    .base:
      after_script:
      - env
    .unused:
      script:
      - printenv

    """

  @Test(arguments: [
    "include: ci/parts.yml", "include: /ci/parts.yml", "include: {local: ci/parts.yml}",
    "include: [ci/parts.yml]", "include:\n- local: '/ci/parts.yml'\n- template: X.gitlab-ci.yml",
    "include:\n- local: ci/*.yml", "include: '**.yml'", "include: ci/more.yml",
  ])
  func `a job with a secret hands it to the scripts of included files`(_ include: String) {
    let main = """
      deploy:
        extends: .base
        secrets: {DB_PASSWORD: {vault: a/b@c}}
        script:
        - !reference [.setup, script]

      """
    let files = [
      ".gitlab-ci.yml": "\(include)\n\(main)", "ci/parts.yml": Self.parts,
      "ci/more.yml": "include: ci/parts.yml\n", "other/parts.yml": "include: ci/parts.yml\n",
    ]
    #expect(
      weaknesses(files) == [
        "ci/parts.yml workflow-prints-environment: printenv",
        "ci/parts.yml workflow-prints-environment: env",
      ])
    // Without the include nobody runs them.
    var apart = files
    apart[".gitlab-ci.yml"] = main
    #expect(weaknesses(apart).isEmpty && project(apart) == nil)
  }

  @Test func `an included file hands on the secrets of its own jobs`() {
    let files = [
      ".gitlab-ci.yml": "include: a.yml\n.setup:\n  script:\n  - printenv\n",
      "a.yml": "build:\n  extends: .setup\n  after_script: ['curl -H \"X: $API_TOKEN\" x']\n",
    ]
    #expect(
      weaknesses(files).contains(".gitlab-ci.yml workflow-prints-environment: printenv"))
  }

  @Test func `what stands outside of jobs runs in each`() {
    let script = "before_script:\n- printenv\na:\n  id_tokens: {T: {aud: x}}\n  script: [b]\n"
    #expect(
      weaknesses([".gitlab-ci.yml": script])
        == [".gitlab-ci.yml workflow-prints-environment: printenv"])
    #expect(
      weaknesses([".gitlab-ci.yml": "before_script:\n- printenv\na:\n  script: [b]\n"]).isEmpty)
  }

  @Test func `a child pipeline has jobs of its own`() {
    let files = [
      ".gitlab-ci.yml": """
      a:
        secrets: {T: {vault: x}}
        script: [b]
      child:
        trigger: {include: child.yml}

      """, "child.yml": "a:\n  script: [printenv]\n",
    ]
    #expect(project(files)?.files == [Path("child.yml")])
    #expect(weaknesses(files) == [])
  }

  @Test func patterns() {
    let names = ["c/a.yml", "c/b.yaml", "c/d/e.yml", "x.yml"]
    #expect(files("include: 'c/*.yml'", names) == ["c/a.yml"])
    #expect(files("include: 'c/**.yml'", names) == ["c/a.yml", "c/d/e.yml"])
    #expect(files("include: 'c/**/*.yml'", names) == ["c/d/e.yml"])
    #expect(files("include: '*/?.yml'", names) == [])
    #expect(files("include: ['*.yml', c/b.yaml, missing.yml]", names) == ["c/b.yaml", "x.yml"])
  }

  @Test(arguments: [
    "../x.yml", "c/../x.yml", "https://e.org/x.yml", "$DIR/x.yml", "x.txt", "''", "/",
    "{project: x.yml}",
  ])
  func `what is no file of the project is not read`(_ include: String) {
    #expect(files("include: \(include)", ["x.yml", "../x.yml", "c/../x.yml"]) == [])
  }

  @Test func `circles and too many files end`() {
    #expect(
      project([".gitlab-ci.yml": "include: a.yml", "a.yml": "include: [.gitlab-ci.yml, a.yml]"])?
        .files == [Path("a.yml")])
    var many = [".gitlab-ci.yml": "include: '*.yml'"]
    for number in 0..<200 { many["\(number).yml"] = "a: {script: [b]}" }
    let project = project(many)
    #expect(project?.files.count == GitLabProject.most && project?.isCut == true)
    // Patterns that fit nothing count, too: each of them is held against all files.
    let patterns = (0..<200).map { "'x\($0)*.yml'" }.joined(separator: ", ")
    #expect(
      self.project([".gitlab-ci.yml": "include: [a.yml, \(patterns)]", "a.yml": "b: c"])?.isCut
        == true)
    // A pattern of stars alone takes no more than its length times the path's.
    let stars = String(repeating: "*a", count: 400)
    let path = String(repeating: "a", count: 2_000) + "b.yml"
    #expect(files("include: '\(stars).yml'", [path]) == [])
  }

  @Test(arguments: [
    "variables: {DIR: ci}\ninclude: $DIR/parts.yml",
    "variables: {DIR: ci}\ninclude: '${DIR}/*.yml'",
    "variables: {DIR: {value: ci, description: d}}\ninclude: {local: '/$DIR/parts.yml'}",
    "include: [more.yml]\nvariables: {DIR: ci}",
  ])
  func `variables of a path have the values that the files give them`(_ main: String) {
    let files = [
      ".gitlab-ci.yml": main, "ci/parts.yml": Self.parts, "more.yml": "include: $DIR/parts.yml\n",
    ]
    #expect(project(files)?.files.contains(Path("ci/parts.yml")) == true)
    #expect(project(files)?.problems.isEmpty == true)
  }

  @Test(arguments: [
    "include: $DIR/x.yml", "include: ['$[[ inputs.a ]]/x.yml']", "include: {local: '${DIR}/x.yml'}",
    "variables: {DIR: $OTHER}\ninclude: $DIR/x.yml", "include: '$DIR'", "include: '${DIR/x.yml'",
    "a: {trigger: {include: $DIR/x.yml}}",
  ])
  func `a path of unknown variables is told`(_ main: String) {
    let problems = project([".gitlab-ci.yml": "stages: [a]\n\(main)", "x.yml": "a: b"])?.problems
    #expect(problems?.map(\.file) == [GitLabProject.main])
    #expect(problems?.first?.problem.message.contains("variables") == true)
    #expect(problems?.first?.problem.line == (main.contains("\n") ? 3 : 2))
  }

  @Test(arguments: [
    "{project: a/b, file: x.yml}", "[{remote: 'https://e.org/x.yml'}]", "'https://e.org/x.yml'",
    "[{template: X.gitlab-ci.yml}]", "{component: e.org/a/b@1}",
  ])
  func `a script of a file elsewhere is told where secrets reach it`(_ include: String) {
    let job = "deploy:\n  extends: .theirs\n  secrets: {P: {vault: a/b@c}}\n"
    func problems(_ main: String) -> [PipelineProblem]? {
      project([".gitlab-ci.yml": main])?.problems.map(\.problem)
    }
    let told = problems("include: \(include)\n\(job)")
    #expect(told?.count == 1 && told?.first?.message.contains("a job with secrets") == true)
    // Nothing of the secrets goes there.
    #expect(problems("include: \(include)\ndeploy: {extends: .theirs}\n") == nil)
    #expect(problems("include: \(include)\n\(job).theirs: {script: [a]}\n") == nil)
  }
}
