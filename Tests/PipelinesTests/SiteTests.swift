import Findings
import Pipelines
import Testing

/// Values that are more than a name's value.
@Suite struct SiteTests {
  private static func base64(_ text: String) -> String {
    String(decoding: Base64.encode(text.utf8), as: UTF8.self)
  }

  @Test func secretsAreDecoded() throws {
    let reading = try expect(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: db}
      data:
        password: «\(Self.base64("hunter2"))»
        broken: «no-base64!»
        app.env: «\(Self.base64("USER=me\nPASSWORD=x"))»
        config.yaml: «\(Self.base64("db:\n  password: hunter3\n"))»
      """, path: "secret.yaml",
      [
        "literal password data.password", "literal broken data.broken",
        "literal USER data.app.env.USER, literal PASSWORD data.app.env.PASSWORD",
        "literal password data.config.yaml.db.password",
      ])
    #expect(reading.assignments.map(\.text).contains("hunter2"))
    #expect(reading.assignments.map(\.text).contains("hunter3"))
  }

  /// What a Secret holds is one, whatever its name; a file in it is read by its own names.
  @Test func whatASecretHoldsIsOne() throws {
    let text = """
      apiVersion: v1
      kind: Secret
      metadata: {name: db}
      stringData: {a: hunter2, config.yaml: "b: 1\\nc: 2"}
      data: {d: \(Self.base64("hunter3"))}
      ---
      apiVersion: v1
      kind: ConfigMap
      data: {e: hunter4}
      """
    let held = try read(text, path: "all.yaml").assignments.filter(\.isHeldAsSecret)
    #expect(held.map(\.name).sorted() == ["a", "d"])
    let generated = try read(
      "secretGenerator:\n- {name: x, literals: [a=hunter2]}\nconfigMapGenerator:\n"
        + "- {name: y, literals: [b=hunter3]}\n", path: "kustomization.yaml")
    #expect(generated.assignments.filter(\.isHeldAsSecret).map(\.name) == ["a"])
  }

  @Test func aRegistrysConfigurationIsOpened() throws {
    let json = #"{"auths":{"ghcr.io":{"username":"me","password":"hunter2"}}}"#
    let reading = try read(
      "apiVersion: v1\nkind: Secret\ndata:\n  .dockerconfigjson: \(Self.base64(json))\n",
      path: "x.yaml")
    let password = try #require(reading.assignments.first { $0.name == "password" })
    #expect(password.text == "hunter2")
    #expect(password.place.keyPath == "data..dockerconfigjson.auths.ghcr.io.password")
  }

  @Test func itemsOfListsAndDocumentsAreOfTheirOwnKinds() throws {
    let text = """
      apiVersion: v1
      kind: List
      items:
      - apiVersion: v1
        kind: Secret
        data: {a: \(Self.base64("hunter2"))}
      - apiVersion: v1
        kind: ConfigMap
        data: {b: \(Self.base64("hunter3"))}
      ---
      apiVersion: v1
      kind: Secret
      data: {c: \(Self.base64("hunter4"))}
      """
    let values = try read(text, path: "all.yaml").assignments.map { "\($0.name)=\($0.text)" }
    #expect(values.contains("a=hunter2"))
    #expect(values.contains("b=\(Self.base64("hunter3"))"))
    #expect(values.contains("c=hunter4"))
  }

  @Test func namesBesideValues() throws {
    try expect(
      """
      apiVersion: apps/v1
      kind: Deployment
      spec:
        template:
          spec:
            containers:
            - name: app
              env:
              - name: DB_PASSWORD
                value: «hunter2»
              - value: «$(HOST)»
                name: DB_HOST
              - name: TOKEN
                valueFrom: {secretKeyRef: {name: «a», key: «b»}}
              args: [--db-password, «hunter3», "--token=«hunter4»", --verbose, --flag]
      """, path: "deploy.yaml",
      [
        "literal DB_PASSWORD spec.template.spec.containers[0].env.DB_PASSWORD",
        "reference DB_HOST spec.template.spec.containers[0].env.DB_HOST",
        "reference name spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.name",
        "reference key spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.key",
        "literal db-password spec.template.spec.containers[0].args[1]",
        "literal token spec.template.spec.containers[0].args[2]",
      ])
  }

  @Test func azureVariablesAndParameters() throws {
    try expect(
      """
      parameters:
      - name: apiKey
        default: «hunter1»
      variables:
      - name: dbPassword
        value: «hunter2»
      - group: shared
      steps:
      - script: make
      """, path: "azure-pipelines.yml",
      ["literal apiKey parameters.apiKey", "literal dbPassword variables.dbPassword"])
  }

  @Test func travisWordsAndCiphertext() throws {
    try expect(
      """
      language: ruby
      env:
        global:
        - USER=«me» PASSWORD="«hunter 2»"
        - secure: «c2VjcmV0»
      deploy:
        api_key: {secure: "«YWJj»"}
        password: «hunter3»
      """, path: ".travis.yml",
      [
        "literal USER env.global[0]", "literal PASSWORD env.global[0]",
        "encrypted secure env.global[1].secure", "encrypted secure deploy.api_key.secure",
        "literal password deploy.password",
      ])
  }

  @Test func encryptedAndKeptElsewhere() throws {
    try expect(
      """
      kind: pipeline
      steps:
      - name: x
        environment:
          TOKEN: {from_secret: «token»}
      ---
      kind: secret
      name: token
      data: «aGVsbG8=»
      """, path: ".drone.yml",
      ["reference from_secret steps[0].environment.TOKEN.from_secret", "encrypted data data"])
    try expect(
      """
      apiVersion: bitnami.com/v1alpha1
      kind: SealedSecret
      spec:
        encryptedData: {password: «AgBy8hCi»}
        template: {stringData: {password: «hunter2»}}
      """, path: "x.yaml",
      [
        "encrypted password spec.encryptedData.password",
        "literal password spec.template.stringData.password",
      ])
    try expect(
      """
      db:
        password: «ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]»
        token: «hunter2»
      sops: {mac: '«ENC[x]»', lastmodified: '2024', version: 3.8.1}
      """, path: "x.yaml",
      ["encrypted password db.password", "literal token db.token", "encrypted mac sops.mac"])
  }

  @Test func yamlWithinStrings() throws {
    try expect(
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      spec:
        source:
          helm:
            values: |
              db:
                password: «hunter2»
                host: "«h»"
            parameters:
            - name: auth.token
              value: «hunter3»
      """, path: "app.yaml",
      [
        "literal password spec.source.helm.values.db.password",
        "literal host spec.source.helm.values.db.host",
        "literal auth.token spec.source.helm.parameters.auth.token",
      ])
  }

  @Test func namesInUseByTheSystemsThemselves() throws {
    try expect(
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Parameters:
        DbPassword: {Type: String, Default: «hunter2»}
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            Environment:
            - Name: API_TOKEN
              Value: «hunter3»
            MasterUserPassword: !Ref «DbPassword»
      """, path: "stack.yml",
      [
        "literal DbPassword Parameters.DbPassword.Default",
        "literal API_TOKEN Resources.Task.Properties.Environment.API_TOKEN",
        "reference MasterUserPassword Resources.Task.Properties.MasterUserPassword",
      ])
  }

  @Test func stringsWithinStringsEnd() throws {
    // Each level holds the next as a string; the innermost are read as text.
    var text = "{\"password\": \"hunter2\"}"
    for _ in 0..<12 {
      text = "apiVersion: v1\nkind: Secret\ndata:\n  a.yaml: \(Self.base64(text))\n"
    }
    let reading = try read(text, path: "x.yaml")
    #expect(!reading.assignments.isEmpty)
  }
}

/// What GitLab's files take from elsewhere.
@Suite struct GitLabIncludeTests {
  /// A file that is missing, a component and a remote file cost nothing.
  @Test func includesAreNotFollowed() throws {
    let reading = try expect(
      "include:\n- local: ci/missing.yml\n- component: gitlab.com/o/c@1\n  inputs: {password: «x»}\n"
        + "a:\n  script:\n  - !reference [.b, script]\n  - A=«y» make\n",
      path: ".gitlab-ci.yml",
      ["literal password include[1].inputs.password", "literal A a.script[1]"])
    #expect(reading.problems.isEmpty)
  }

  /// A component says its inputs in a document of its own.
  @Test func defaultsOfInputs() throws {
    let text =
      "spec:\n  inputs:\n    db_password:\n      default: «x»\n---\n"
      + "a:\n  script: B=«$[[ inputs.db_password ]]» make\n"
    let reading = try expect(
      text, path: "templates/deploy.yml",
      [
        "literal db_password spec.inputs.db_password.default",
        "reference B a.script",
      ])
    #expect(reading.dialect.name == "GitLab CI")
  }
}
