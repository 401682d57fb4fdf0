extension Dialect {
  /// GitLab CI/CD, with the files that `include:` brings in.
  ///
  /// Source: docs.gitlab.com, "CI/CD YAML syntax reference".
  static let gitLabCI = Dialect(
    "GitLab CI",
    paths: [".gitlab-ci.yml", ".gitlab-ci.yaml", "*.gitlab-ci.yml", "*.gitlab-ci.yaml"],
    marks: [
      ["*.script", "*.trigger", "spec.inputs.*"],
      [
        "spec.inputs.*",
        "stages", "include", "default", "variables", "workflow", "image", "before_script",
        "*.stage", "*.image", "*.rules", "*.only", "*.extends", "*.needs", "*.tags",
      ],
    ],
    sites: .shell(
      "before_script.**", "after_script.**", "*.script.**", "*.before_script.**",
      "*.after_script.**", "*.hooks.pre_get_sources_script.**", "*.run[].script",
      "services[].command.**", "*.services[].command.**", "*.services[].entrypoint.**")
      + .valuesOfParents("variables.*.value", "*.variables.*.value", "spec.inputs.*.default"),
    jobs: Naming(
      "*",
      except: [
        "default", "variables", "workflow", "spec", "image", "cache", "include", "services",
        "stages", "before_script", "after_script",
      ]),
    names: .any)
}
