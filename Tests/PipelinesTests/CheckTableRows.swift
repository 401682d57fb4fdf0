extension CheckTable {
  private static let actions = "logins are commands there, which the other checks look at"
  private static let expressions = "secrets are variables there, and no expressions"

  static let rows: [Row] = [
    Row(
      "workflow-static-aws-key",
      gitHub: step("aws-actions/configure-aws-credentials", "aws-access-key-id"),
      elsewhere: actions),
    Row(
      "workflow-static-google-key", gitHub: step("google-github-actions/auth", "credentials_json"),
      elsewhere: actions),
    Row(
      "workflow-static-azure-secret", gitHub: step("azure/login", "creds"), elsewhere: actions),
    Row(
      "workflow-static-vault-token", gitHub: step("hashicorp/vault-action", "token"),
      elsewhere: actions),
    Row(
      "workflow-static-registry-password", gitHub: step("docker/login-action", "password"),
      elsewhere: actions),
    Row(
      "workflow-static-cloud-environment", commands: "a --key $AWS_SECRET_ACCESS_KEY",
      except: [
        .gitHub: .finds(
          "on: push\njobs: {a: {env: {VAULT_TOKEN: '${{ secrets.V }}'}, steps: [{run: b}]}}\n")
      ]),
    Row("workflow-stored-publish-token", commands: "twine upload -p $T_TOKEN dist/*"),
    Row("workflow-long-session", commands: "aws sts assume-role --duration-seconds 43200"),
    Row("workflow-pinned-secret-version", commands: "vault kv get -version=3 a/b > c"),
    Row("workflow-prints-environment", commands: "curl -H \"X: $T_TOKEN\" b\nprintenv"),
    Row("workflow-traces-commands", commands: "set -x\ncurl -H \"X: $T_TOKEN\" b"),
    Row("workflow-prints-secret", commands: "echo $T_TOKEN"),
    Row("workflow-encodes-secret", commands: "echo $T_TOKEN | base64"),
    Row("workflow-secret-on-command-line", commands: "docker login -u a -p $T_TOKEN"),
    Row(
      "workflow-secret-in-output", commands: "echo a=$T_TOKEN >> $GITHUB_OUTPUT",
      except: [
        .gitLab: .finds(System.gitLab.job("echo A=$T_TOKEN >> build.env")),
        .circleCI: .finds(System.circleCI.job("echo export A=$T_TOKEN >> $BASH_ENV")),
        .azure: .finds(
          System.azure.job("echo \"##vso[task.setvariable variable=a]$T_TOKEN\"")),
        .bitbucket: .finds(
          System.bitbucket.job("echo A=$T_TOKEN >> $BITBUCKET_PIPELINES_VARIABLES_PATH")),
      ]),
    Row(
      "workflow-credentials-in-artifact",
      [
        .gitHub: .finds(
          "on: push\njobs: {a: {steps: [{uses: actions/cache@v4, with: {path: ~/.npmrc}}]}}\n"),
        .gitLab: .finds("a:\n  script: [b]\n  artifacts: {paths: [.npmrc]}\n"),
        .circleCI: .finds(
          "version: 2.1\njobs: {a: {steps: [{store_artifacts: {path: .npmrc}}]}}\n"),
        .azure: .finds("steps:\n- publish: $(Pipeline.Workspace)/.npmrc\n  artifact: a\n"),
        .bitbucket: .finds(
          "pipelines: {default: [{step: {script: [b], artifacts: [.npmrc]}}]}\n"),
      ]),
    Row(
      "workflow-all-secrets",
      gitHub: "on: push\njobs: {a: {steps: [{run: 'a ${{ toJSON(secrets) }}'}]}}\n",
      elsewhere: expressions),
    Row(
      "workflow-inherits-secrets",
      gitHub: "on: push\njobs: {a: {uses: ./b.yml, secrets: inherit}}\n",
      elsewhere: "a pipeline that is started has the secrets of its own project or of the same one"),
    Row(
      "workflow-wide-secret",
      gitHub: "on: push\nenv: {T: '${{ secrets.T }}'}\njobs: {a: {steps: [{run: b}]}}\n",
      elsewhere: "every job has the variables of the store in any case"),
    Row(
      "workflow-secret-in-condition",
      gitHub: "on: push\njobs: {a: {if: secrets.T != '', steps: [{run: b}]}}\n",
      elsewhere: "conditions are not printed"),
    Row(
      "workflow-structured-secret",
      gitHub: "on: push\njobs: {a: {steps: [{run: 'a ${{ fromJSON(secrets.T).b }}'}]}}\n",
      elsewhere: expressions),
    Row(
      "workflow-untrusted-trigger",
      gitHub: "on: pull_request_target\njobs: {a: {steps: [{run: 'a ${{ secrets.T }}'}]}}\n",
      elsewhere: "whether forks get secrets is a setting of the project, and not in the file"),
    Row("workflow-debug-switch", commands: "mvn -X deploy\ncurl -H \"X: $T_TOKEN\" b"),
    Row("workflow-unmasked-fetch", commands: "aws ssm get-parameter --name a"),
    Row(
      "pipeline-shared-value",
      [
        .gitHub: .finds(
          "on: push\nenv: {PROD_PASSWORD: hunter-two, DEV_PASSWORD: hunter-two}\njobs: {a: {steps: [{run: b}]}}\n"
        ),
        .gitLab: .finds(
          "variables: {PROD_PASSWORD: hunter-two, DEV_PASSWORD: hunter-two}\na: {script: [b]}\n"),
        .circleCI: .finds(
          "version: 2.1\njobs: {a: {environment: {PROD_PASSWORD: hunter-two, DEV_PASSWORD: hunter-two}, steps: [checkout]}}\n"
        ),
        .azure: .finds(
          "variables: {PROD_PASSWORD: hunter-two, DEV_PASSWORD: hunter-two}\nsteps: [{script: b}]\n"
        ),
        .bitbucket: .finds(
          System.bitbucket.job("PROD_PASSWORD=hunter-two DEV_PASSWORD=hunter-two b")),
      ]),
    Row(
      "pipeline-old-ciphertext",
      Dictionary(
        uniqueKeysWithValues: System.allCases.map {
          ($0, .finds($0.job("export A='ENC[AES256_GCM,data:YQ==,iv:YQ==,tag:YQ==,type:str]'")))
        })),
  ]

  private static func step(_ action: String, _ input: String) -> String {
    "on: push\njobs: {a: {steps: [{uses: \(action)@v1, with: {\(input): '${{ secrets.T }}'}}]}}\n"
  }
}
