import Findings
import Pipelines
import Testing

/// Scripts and files in block scalars.
@Suite struct InnerFileTests {
  /// Under a key that means nothing to the dialect its name and first line tell.
  @Test func unknownKeys() throws {
    try expect(
      """
      start: |
        #!/bin/sh
        export A="«hunter2»" && make
      config: |
        smtp: {password: «hunter3»}
      files:
        shop.properties: |
          # of the shop
          db.password=«hunter4»
        shop.json: |
          {"token": "«hunter5»"}
      """, path: "values.yaml",
      [
        "literal A start", "literal password config.smtp.password",
        "literal db.password files.shop.properties.db.password",
        "literal token files.shop.json.token",
      ])
  }

  /// What is no such file stays one value.
  @Test func others() throws {
    let text = """
      config: |
        no file: at: all
      note: |
        password: x
      shop.txt: |
        a.b=c
      """
    let found = try read(text, path: "values.yaml").assignments
    #expect(found.map(\.name) == ["config", "note", "shop.txt"])
  }

  @Test func scriptsAreNoVariables() throws {
    try expect(
      """
      apiVersion: v1
      kind: ConfigMap
      data:
        run.sh: |
          A=«hunter2» ./run
          B=«$(x)» ./run
      """, path: "x.yaml", ["literal A data.run.sh", "reference B data.run.sh"])
  }

  @Test func templatesOfSecretsArePlain() throws {
    try expect(
      """
      apiVersion: bitnami.com/v1alpha1
      kind: SealedSecret
      spec: {template: {data: {password: «aHVudGVyMg», x.yaml: "token: «hunter3»"}}}
      """, path: "x.yaml",
      [
        "literal password spec.template.data.password",
        "literal token spec.template.data.x.yaml.token",
      ])
    try expect(
      """
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      spec:
        target:
          template:
            data:
              run.sh: A=«hunter2» ./run
      """, path: "x.yaml", ["literal A spec.target.template.data.run.sh"])
  }

  @Test func namesMayBePaths() throws {
    try expect(
      "a:\n- key: /shop/db/password\n  value: «hunter2»\n- {key: //x, value: «y»}\n",
      path: "values.yaml",
      ["literal /shop/db/password a./shop/db/password", "literal value a[1].value"])
  }
}
