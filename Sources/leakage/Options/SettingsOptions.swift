internal import ArgumentParser

/// Where configuration, rules and baseline come from.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration; .leakage.yml of the current folder or its repository by default.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Read configuration, rules and baseline from this commit, so that a change cannot silence its own gate.",
      valueName: "ref"))
  var configFrom: String?

  @Option(
    help: ArgumentHelp(
      "Rules of your own: a file, or a folder of *.yml files. May be repeated.",
      valueName: "path"),
    completion: .file())
  var rules: [String] = []

  @Flag(help: "Ignore comments such as leakage:allow, which a change may bring along.")
  var noInlineAllow = false
}
