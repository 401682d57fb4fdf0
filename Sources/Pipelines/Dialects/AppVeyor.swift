extension Dialect {
  /// AppVeyor. Values are plain, or `secure:` with ciphertext.
  ///
  /// Source: appveyor.com/docs, "appveyor.yml reference".
  static let appVeyor = Dialect(
    "AppVeyor", paths: ["appveyor.yml", ".appveyor.yml", "appveyor.yaml", "appveyor-*.yml"],
    marks: [
      ["build_script", "test_script", "deploy_script", "environment.*.secure", "before_build"],
      ["environment", "image", "platform", "configuration", "os"],
    ],
    sites: .encrypted(
      "environment.*.secure", "environment.global.*.secure", "environment.matrix[].*.secure",
      "deploy.*.secure", "deploy[].*.secure", "notifications[].*.secure")
      + .shell(
        "init.**", "install.**", "build_script.**", "before_build.**", "after_build.**",
        "before_test.**", "test_script.**", "after_test.**", "deploy_script.**",
        "before_deploy.**", "after_deploy.**", "on_success.**", "on_failure.**", "on_finish.**"),
    names: .any, usual: .batch, windows: .batch)
}
