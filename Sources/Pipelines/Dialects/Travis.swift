extension Dialect {
  /// Travis CI. `env:` holds lines of words, as a shell reads them; `secure:` holds ciphertext.
  ///
  /// Source: docs.travis-ci.com, "Environment Variables" and "Encryption keys".
  static let travis = Dialect(
    "Travis CI", paths: [".travis.yml", ".travis.yaml"],
    marks: [
      ["language"],
      [
        "script", "install", "before_install", "before_script", "after_success", "deploy", "matrix",
      ],
    ],
    sites: .encrypted(
      "env.secure", "env[].secure", "env.global.secure", "env.global[].secure", "env.jobs[].secure",
      "env.matrix[].secure", "deploy.*.secure", "deploy[].*.secure", "notifications.*.*.secure",
      "notifications.*.secure", "notifications.*[].secure", "notifications.*.*[].secure",
      "addons.*.*.secure", "deploy.*.*.secure")
      + .words(
        "env", "env[]", "env.global", "env.global[]", "env.jobs[]", "env.matrix[]",
        "matrix.include[].env", "matrix.include[].env[]", "jobs.include[].env",
        "jobs.include[].env[]")
      + .shell(
        "script.**", "before_install.**", "install.**", "before_script.**", "after_script.**",
        "after_success.**", "after_failure.**", "before_deploy.**", "after_deploy.**",
        "before_cache.**", "jobs.include[].script.**", "jobs.include[].before_install.**",
        "jobs.include[].install.**", "matrix.include[].script.**", "deploy.script",
        "deploy[].script"),
    steps: Naming("jobs.include[]", by: ["name", "stage"]), names: .any)
}
