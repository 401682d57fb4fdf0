/// Files and commands that are named for a service, but hold what other services gave: a pipeline, a
/// host or a container is run with keys of all kinds.
enum Carriers {
  /// Whether a file, by its name up to its ending, is one of them: `.travis.yml`, `README.md`.
  static func isFile(_ stem: ArraySlice<UInt8>) -> Bool {
    files.contains(String(decoding: Array(stem).lowercased, as: UTF8.self))
  }

  private static let files: Set = [
    "readme", "travis", "gitlab-ci", "drone", "appveyor", "bitrise", "codemagic", "semaphore",
    "buildkite", "bitbucket-pipelines", "azure-pipelines", "circle", "circleci", "wercker",
    "cloudbuild", "netlify", "vercel", "fly", "heroku", "docker", "docker-compose", "dockerfile",
    "render", "railway", "terraform", "kubernetes", "pulumi", "jenkins", "jenkinsfile",
  ]

  /// Whether a service's word is the name of its tool, which is told to keep or to hand on a value:
  /// `heroku config:set`, `docker run -e`, `travis encrypt`.
  static func isCommand(_ word: Range<Int>, in bytes: [UInt8]) -> Bool {
    let place = word.upperBound
    guard place < bytes.count, bytes[place].isBlank else { return false }
    return verbs.first(in: bytes, at: place + 1) != nil
  }

  private static let verbs = PrefixFinder(
    [
      "run ", "exec ", "compose ", "config:set", "config set", "env set", "env:set", "env add",
      "secrets set", "secret set", "variables set", "variable set", "vars set", "encrypt ",
      "kv put", "write ", "apply ", "plan ", "functions:config",
    ], ignoringCase: true)
}
