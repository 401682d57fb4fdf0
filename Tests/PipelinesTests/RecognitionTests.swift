import Findings
import Pipelines
import Testing

/// Which files are read, and as what.
@Suite struct RecognitionTests {
  @Test(arguments: [
    (".github/workflows/ci.yml", "GitHub Actions workflow"),
    ("sub/module/.github/workflows/release-1.yaml", "GitHub Actions workflow"),
    (".gitlab-ci.yml", "GitLab CI"), ("group/project/.gitlab-ci.yml", "GitLab CI"),
    ("ci/deploy.gitlab-ci.yml", "GitLab CI"),
    ("docker-compose.yml", "Docker Compose"), ("a/compose.yaml", "Docker Compose"),
    ("docker-compose.override.yml", "Docker Compose"),
    (".circleci/config.yml", "CircleCI"), ("azure-pipelines-release.yml", "Azure Pipelines"),
    (".github/dependabot.yml", "Dependabot"), ("chart/values-prod.yaml", "Helm values"),
    (".woodpecker/build.yaml", "Woodpecker"), ("src/main/application-dev.yml", "Spring"),
    ("group_vars/all/vault.yml", "Ansible variables"), (".kube/config", "kubeconfig"),
    ("compose-dev.yaml", "Docker Compose"), ("docker-compose.a.b.yml", "Docker Compose"),
  ])
  func byPath(_ path: String, _ dialect: String) throws {
    #expect(PipelineReader.dialect(ofPath: Path(path))?.name == dialect)
    // Whatever it holds.
    #expect(PipelineReader.read([], path: Path(path))?.dialect.name == dialect)
    #expect(try read("a: b", path: path).assignments.map(\.name) == ["a"])
  }

  @Test(arguments: [
    ".github/workflows/sub/ci.yml", ".github/workflows/ci.yml.bak", ".github/ci.yml",
    "workflows/ci.yml", "my-docker-compose.yml", "compose.yml/readme",
    "xcompose.yml", "decompose.yml", "composeX.yml", "gitlab-ci", "action.yml", "value.yaml", "",
    "/", "a.github/workflows/ci.yml",
  ])
  func notByPath(_ path: String) {
    #expect(PipelineReader.dialect(ofPath: Path(path)) == nil)
    #expect(PipelineReader.read(Array("a: b".utf8), path: Path(path)) == nil)
  }

  static let workflow = "on: push\njobs:\n  a:\n    runs-on: x\n"
  static let action = "name: x\nruns:\n  using: composite\n"
  static let gitLab = "stages: [a]\njob:\n  script: make\n"
  static let compose = "services:\n  db:\n    image: postgres\n"

  @Test(arguments: [
    (workflow, "GitHub Actions workflow"),
    ("\"on\":\n  push:\n'jobs':\n  a:\n    uses: ./x\n", "GitHub Actions workflow"),
    ("true: [push]\njobs: {a: {steps: []}}\n", "GitHub Actions workflow"),
    (action, "GitHub action"),
    ("runs: { using: node20 }\n", "GitHub action"),
    (gitLab, "GitLab CI"),
    ("job:\r\n  stage: a\r\n  script:\r\n  - make\r\n", "GitLab CI"),
    ("spec:\n  inputs:\n    a:\n---\nimage: x\njob:\n  trigger: a/b\n", "GitLab CI"),
    (compose, "Docker Compose"),
    ("services:\n  a: {build: .}", "Docker Compose"),
    (
      "stages:\n- stage: a\n  jobs:\n  - job: b\n    steps:\n    - script: make\n",
      "Azure Pipelines"
    ),
    ("steps:\n- script: make\n  name: dockerBuild\n", "Azure Pipelines"),
    ("steps:\n- script: make\n  name: gcr.io/p/i\n", "Cloud Build"),
    ("steps:\n- script: make\n  name: docker:27\n", "Cloud Build"),
    ("kind: Secret\napiVersion: v1\ndata:\n  a: Yg==\n", "Kubernetes Secret"),
    ("apiVersion: v1\nkind: Pod\nspec: {}\n", "Kubernetes manifest"),
    ("version: 2.1\nworkflows:\n  a:\n    jobs: [b]\n", "CircleCI"),
    ("- name: x\n  shell: make\n", "Ansible playbook"),
    // Damage before and behind the marks.
    ("a: @\n" + workflow + "b: [\n", "GitHub Actions workflow"),
  ])
  func byContent(_ text: String, _ dialect: String) throws {
    for path in ["x.yml", "templates/ci.yaml", "action.yml"] {
      #expect(try read(text, path: path).dialect.name == dialect)
    }
    // Standard input has no name; a file that is no YAML by its name is not parsed.
    #expect(PipelineReader.read(Array(text.utf8), path: nil)?.dialect.name == dialect)
    #expect(PipelineReader.read(Array(text.utf8), path: Path("ci.txt")) == nil)
  }

  @Test(arguments: [
    "", "\n", "#\n", "a: b", "[]", "plain", "\u{0}", ":", "on:", "jobs:",
    "on: push\n", "on: push\njobs: [a]\n", "jobs:\n  a:\n    steps: []\n",
    "runs: using\n", "run:\n  using: x\n", "script: make\nstages: [a]\n",
    "job:\n  script: make\n", "a:\n  b:\n    script: x\nstages: y\n",
    "services: [a, b]\nimage: x\n", "services:\n  a:\n    port: 80\n", "image: a\n",
    "# on: push\n# jobs:\n#   a:\n#     steps:\n",
    "kind: Secret\ndata:\n  a: Yg==\n", "apiVersion: v1\nkind: Secret\n",
  ])
  func neither(_ text: String) {
    #expect(PipelineReader.read(Array(text.utf8), path: Path("x.yml")) == nil)
    #expect(PipelineReader.read(Array(text.utf8), path: nil) == nil)
  }

  @Test func theOrderOfTheListDecides() throws {
    let both = Self.compose + Self.workflow
    #expect(try read(both, path: "x.yml").dialect.name == "GitHub Actions workflow")
    #expect(try read(both, path: "compose.yml").dialect.name == "Docker Compose")
  }

  @Test func namesOfDialectsAreUnique() {
    #expect(Set(Dialect.all.map(\.name)).count == Dialect.all.count)
  }
}
