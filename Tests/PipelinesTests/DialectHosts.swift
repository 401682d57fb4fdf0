/// A place for variables and one for a script in each dialect.
extension DialectTableTests {
  static let hosts = [
    Host(
      path: ".github/workflows/ci.yml",
      head: "on: push\njobs:\n  deploy:\n    steps:\n    - name: x\n      env:\n",
      indent: "        ", keyPath: "jobs.deploy.steps[0].env",
      script: ("on: push\njobs:\n  a:\n    steps:\n    - run:", "jobs.a.steps[0].run")),
    Host(
      path: "action.yml", head: "runs:\n  using: composite\n  steps:\n  - id: x\n    env:\n",
      indent: "      ", keyPath: "runs.steps[0].env",
      script: ("runs:\n  using: composite\n  steps:\n  - run:", "runs.steps[0].run")),
    Host(
      path: ".github/dependabot.yml", head: "registries:\n  npm:\n", indent: "    ",
      keyPath: "registries.npm", script: nil),
    Host(
      path: ".gitlab-ci.yml", head: "variables:\n", indent: "  ", keyPath: "variables",
      script: ("job:\n  script:\n  -", "job.script[0]")),
    Host(
      path: ".circleci/config.yml", head: "version: 2.1\njobs:\n  build:\n    environment:\n",
      indent: "      ", keyPath: "jobs.build.environment",
      script: ("version: 2.1\njobs:\n  a:\n    steps:\n    - run:", "jobs.a.steps[0].run")),
    Host(
      path: "azure-pipelines.yml", head: "variables:\n", indent: "  ", keyPath: "variables",
      script: ("steps:\n- script:", "steps[0].script")),
    Host(
      path: "bitbucket-pipelines.yml",
      head: "definitions:\n  services:\n    db:\n      variables:\n", indent: "        ",
      keyPath: "definitions.services.db.variables",
      script: (
        "pipelines:\n  default:\n  - step:\n      script:\n      -",
        "pipelines.default[0].step.script[0]"
      )),
    Host(
      path: ".travis.yml", head: "deploy:\n", indent: "  ", keyPath: "deploy",
      script: ("script:\n-", "script[0]")),
    Host(
      path: ".drone.yml", head: "kind: pipeline\nsteps:\n- name: x\n  environment:\n",
      indent: "    ", keyPath: "steps[0].environment",
      script: ("kind: pipeline\nsteps:\n- name: x\n  commands:\n  -", "steps[0].commands[0]")),
    Host(
      path: ".woodpecker.yml", head: "steps:\n- name: x\n  environment:\n", indent: "    ",
      keyPath: "steps[0].environment",
      script: ("steps:\n- name: x\n  commands:\n  -", "steps[0].commands[0]")),
    Host(
      path: ".buildkite/pipeline.yml", head: "env:\n", indent: "  ", keyPath: "env",
      script: ("steps:\n- command:", "steps[0].command")),
    Host(
      path: "appveyor.yml", head: "environment:\n", indent: "  ", keyPath: "environment",
      script: ("image: Ubuntu2204\nbuild_script:\n-", "build_script[0]")),
    Host(
      path: "cloudbuild.yaml", head: "substitutions:\n", indent: "  ", keyPath: "substitutions",
      script: ("steps:\n- name: x\n  script:", "steps[0].script")),
    Host(
      path: "buildspec.yml", head: "env:\n  variables:\n", indent: "    ",
      keyPath: "env.variables",
      script: ("phases:\n  build:\n    commands:\n    -", "phases.build.commands[0]")),
    Host(
      path: "task.yaml", head: tekton + "  params:\n", indent: "    ", keyPath: "spec.params",
      script: (tekton + "  steps:\n  - script:", "spec.steps[0].script")),
    Host(
      path: "workflow.yaml", head: argo + "Workflow\nspec:\n  arguments:\n", indent: "    ",
      keyPath: "spec.arguments",
      script: (
        argo + "Workflow\nspec:\n  templates:\n  - script:\n      source:",
        "spec.templates[0].script.source"
      )),
    Host(
      path: "app.yaml",
      head: argo + "Application\nspec:\n  source:\n    helm:\n      valuesObject:\n",
      indent: "        ", keyPath: "spec.source.helm.valuesObject", script: nil),
    Host(
      path: "pipeline.yml", head: "resources:\n- type: git\n  source:\n", indent: "    ",
      keyPath: "resources[0].source",
      script: ("platform: linux\nrun:\n  path: sh\n  args:\n  -", "run.args[0]")),
    Host(
      path: "casc.yaml", head: "unclassified:\n", indent: "  ", keyPath: "unclassified",
      script: nil),
    Host(
      path: "secret.yaml", head: "apiVersion: v1\nkind: Secret\nstringData:\n", indent: "  ",
      keyPath: "stringData", script: nil),
    Host(
      path: "map.yaml", head: "apiVersion: v1\nkind: ConfigMap\ndata:\n", indent: "  ",
      keyPath: "data", script: nil),
    Host(
      path: "list.yaml", head: "kind: List\nitems:\n- a:\n", indent: "    ",
      keyPath: "items[0].a", script: nil),
    Host(
      path: "pod.yaml", head: "apiVersion: v1\nkind: Pod\nspec:\n  env:\n", indent: "    ",
      keyPath: "spec.env",
      script: (
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - args:\n    -",
        "spec.containers[0].args[0]"
      )),
    Host(
      path: "kustomization.yaml", head: "vars:\n", indent: "  ", keyPath: "vars", script: nil),
    Host(
      path: ".kube/config", head: "users:\n- name: x\n  user:\n", indent: "    ",
      keyPath: "users[0].user", script: nil),
    Host(
      path: "compose.yml", head: "services:\n  db:\n    environment:\n", indent: "      ",
      keyPath: "services.db.environment",
      script: ("services:\n  db:\n    command:", "services.db.command")),
    Host(
      path: "stack.yaml", head: cloudFormation, indent: "      ",
      keyPath: "Resources.Db.Properties",
      script: (
        cloudFormation + "      UserData:\n        Fn::Base64:",
        "Resources.Db.Properties.UserData.Fn::Base64"
      )),
    Host(
      path: "serverless.yml", head: "provider:\n  environment:\n", indent: "    ",
      keyPath: "provider.environment", script: nil),
    Host(
      path: "site.yml", head: "- hosts: all\n  tasks: []\n  vars:\n", indent: "    ",
      keyPath: "[0].vars", script: ("- hosts: all\n  tasks:\n  - shell:", "[0].tasks[0].shell")),
    Host(
      path: "group_vars/all.yml", head: "app:\n", indent: "  ", keyPath: "app", script: nil),
    Host(path: "values.yaml", head: "db:\n", indent: "  ", keyPath: "db", script: nil),
    Host(
      path: "application.yml", head: "spring:\n  datasource:\n", indent: "    ",
      keyPath: "spring.datasource", script: nil),
    Host(
      path: "prod.enc.yaml", head: "sops:\n  version: 3\n  mac: x\n  lastmodified: y\ndb:\n",
      indent: "  ", keyPath: "db", script: nil),
    Host(
      path: "sealed.yaml",
      head: "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  template:\n",
      indent: "    ", keyPath: "spec.template", script: nil),
    Host(
      path: "store.yaml",
      head: "apiVersion: external-secrets.io/v1\nkind: SecretStore\nspec:\n  provider:\n",
      indent: "    ", keyPath: "spec.provider", script: nil),
    Host(
      path: "alertmanager.yml", head: "global:\n", indent: "  ", keyPath: "global", script: nil),
    Host(
      path: "api.yaml", head: "openapi: 3.0.0\npaths: {}\ncomponents:\n", indent: "  ",
      keyPath: "components", script: nil),
  ]

  private static let tekton = "apiVersion: tekton.dev/v1\nkind: Task\nspec:\n"
  private static let argo = "apiVersion: argoproj.io/v1alpha1\nkind: "
  private static let cloudFormation = """
    AWSTemplateFormatVersion: '2010-09-09'
    Resources:
      Db:
        Type: AWS::RDS::DBInstance
        Properties:

    """
}
