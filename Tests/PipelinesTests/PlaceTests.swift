import Findings
import Pipelines
import Testing

/// Jobs, steps and key paths in words.
@Suite struct PlaceTests {
  private func places(_ text: String, path: String) throws -> [String] {
    try read(text, path: path).assignments.filter { $0.text.hasPrefix("v") }.map {
      "\($0.place.job ?? "-") / \($0.place.step ?? "-") / \($0.place.keyPath ?? "-")"
    }
  }

  @Test func gitHub() throws {
    let text = """
      env: {A: v}
      jobs:
        build:
          env: {A: v}
          steps:
          - name: Compile it
            id: c
            env: {A: v}
          - id: c
            env: {A: v}
          - uses: actions/checkout@main
            with: {a: v}
          - run: A=v make
        deploy:
          name: Ship it
          with: {A: v}
          services:
            db:
              credentials: {password: v}
      """
    #expect(
      try places(text, path: ".github/workflows/x.yml") == [
        "- / - / env.A",
        "build / - / jobs.build.env.A",
        "build / Compile it / jobs.build.steps[0].env.A",
        "build / c / jobs.build.steps[1].env.A",
        "build / actions/checkout@main / jobs.build.steps[2].with.a",
        "build / step 4 / jobs.build.steps[3].run",
        "Ship it / - / jobs.deploy.with.A",
        "Ship it / - / jobs.deploy.services.db.credentials.password",
      ])
  }

  @Test func inputsAndVariablesHaveTheNamesOfTheirParents() throws {
    try expect(
      """
      on:
        workflow_dispatch:
          inputs:
            password:
              description: «Which»
              default: «hunter2»
        workflow_call: {inputs: {token: {default: «x»}}}
      """, path: ".github/workflows/x.yml",
      [
        "literal description on.workflow_dispatch.inputs.password.description",
        "literal password on.workflow_dispatch.inputs.password.default",
        "literal token on.workflow_call.inputs.token.default",
      ])
    try expect(
      """
      spec:
        inputs:
          key: {default: «x»}
      ---
      variables:
        DB_PASSWORD: {value: «hunter2», description: «for the base»}
        MODE: {value: «a», options: [«a», «b»]}
      job:
        variables: {A: {value: "«${B}»"}}
      """, path: ".gitlab-ci.yml",
      [
        "literal key spec.inputs.key.default",
        "literal DB_PASSWORD variables.DB_PASSWORD.value",
        "literal description variables.DB_PASSWORD.description",
        "literal MODE variables.MODE.value", "literal options variables.MODE.options[0]",
        "literal options variables.MODE.options[1]", "reference A job.variables.A.value",
      ])
    try expect(
      "inputs: {token: {default: «x»}}\nruns: {using: node20}", path: "action.yml",
      ["literal token inputs.token.default"])
  }

  @Test func gitLab() throws {
    let text = """
      variables: {A: v}
      default: {image: v}
      .base: {variables: {A: v}}
      deploy to prod:
        script:
        - [A=v make]
        rules:
        - variables: {A: v}
        after_script: [!reference [.base, v]]
      """
    #expect(
      try places(text, path: ".gitlab-ci.yml") == [
        "- / - / variables.A", "- / - / default.image", ".base / - / .base.variables.A",
        "deploy to prod / - / deploy to prod.script[0][0]",
        "deploy to prod / - / deploy to prod.rules[0].variables.A",
      ])
  }

  @Test func actionSteps() throws {
    let text = "runs: {using: composite, steps: [{name: a, with: {x: v}}, {with: {x: v}}]}"
    #expect(
      try places(text, path: "action.yml") == [
        "- / a / runs.steps[0].with.x", "- / step 2 / runs.steps[1].with.x",
      ])
  }

  @Test func compose() throws {
    try expect(
      """
      x-common: &common
        environment:
        - A=«x»
      services:
        db:
          <<: *common
          build:
            args: ["TOKEN=«a»", PASSED_ON]
          labels:
          - traefik.auth.users=«me:pw»
          environment:
          - DB_PASSWORD
          - db.password=«y»
          - B=«"a" b»
      """, path: "compose.yml",
      [
        "literal A x-common.environment.A", "literal TOKEN services.db.build.args.TOKEN",
        "literal traefik.auth.users services.db.labels.traefik.auth.users",
        "literal db.password services.db.environment.db.password",
        "literal B services.db.environment.B",
      ])
    #expect(
      try read("services: {a: {environment: [A, B]}}", path: "compose.yml").assignments.isEmpty)
  }

  /// What patterns find in the text has a place, too.
  @Test func placesOfOffsets() throws {
    let marked = MarkedText(
      """
      # «x»
      jobs:
        build:
          steps:
          - name: Push
            «run»: |
              # comment
              docker login -p «hunter2»
          - with: { «a»: "«b»" }
          «env»: {}
      «z»: [«y»]
      """)
    let reading = try #require(
      PipelineReader.read(marked.bytes, path: Path(".github/workflows/x.yml")))
    let places = marked.ranges.map { reading.place(at: $0.lowerBound) }
    #expect(
      places == [
        Place(), Place(job: "build", step: "Push"),
        Place(job: "build", step: "Push", keyPath: "jobs.build.steps[0].run"),
        Place(job: "build", step: "step 2"),
        Place(job: "build", step: "step 2", keyPath: "jobs.build.steps[1].with.a"),
        Place(job: "build"), Place(), Place(keyPath: "z[0]"),
      ])
    for offset in [-1, marked.bytes.count, .max] {
      #expect(reading.place(at: offset) == Place())
    }
  }

  @Test func longKeysAreCut() throws {
    let key = String(repeating: "é", count: 5_000)
    let reading = try read("? \(key)\n: ? \(key)\n  : x\n  b: y\n", path: "compose.yml")
    #expect(reading.assignments.map(\.text) == ["x", "y"])
    for assignment in reading.assignments {
      #expect(assignment.name.utf8.count <= 203)
      #expect((assignment.place.keyPath ?? "").utf8.count <= 203)
      #expect(assignment.place.keyPath?.contains("\u{FFFD}") == false)
    }
  }

  @Test func stepsAreNotNamedForTheirScripts() throws {
    let reading = try read(
      "jobs: {a: {steps: [{run: PASSWORD=v make}]}}", path: ".github/workflows/x.yml")
    #expect(reading.assignments.map(\.place.step) == ["step 1"])
  }

  @Test func `steps and tasks of Argo`() throws {
    let text = """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      spec:
        templates:
        - name: main
          dag:
            tasks:
            - name: build
              arguments: {parameters: [{name: token, value: v}]}
        - name: other
          steps:
          - - name: test
              arguments: {parameters: [{name: token, value: v}]}
      """
    #expect(
      try places(text, path: "a.yml") == [
        "main / build / spec.templates[0].dag.tasks[0].arguments.parameters.token",
        "other / test / spec.templates[1].steps[0][0].arguments.parameters.token",
      ])
  }

  @Test func `examples of OpenAPI have the names of their properties`() throws {
    let text = """
      openapi: 3.0.0
      components:
        schemas:
          User: {properties: {password: {type: string, default: v1, example: v2}}}
      """
    let found = try read(text, path: "a.yml").assignments.filter { $0.text.hasPrefix("v") }
    #expect(found.map(\.name) == ["password", "password"])
  }
}
