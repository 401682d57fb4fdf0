extension Script {
  /// Where a command's output is read by other steps or jobs; `nil` if it is not.
  func output(of command: ScriptCommand) -> String? {
    var targets = command.targets.map { String(decoding: text[$0], as: UTF8.self) }
    let words = words(command)
    if let reader = command.reader, reader < commands.count {
      let next = self.words(commands[reader])
      if let name = next.first?.lowercased(), Self.writers.contains(name) {
        targets += next.dropFirst()
      }
    }
    if let name = words.first?.lowercased(), ["add-content", "set-content", "tee"].contains(name) {
      targets += words.dropFirst().filter { !$0.contains("=") }
    }
    if let file = Self.files.first(where: { file in targets.contains { $0.holds(file) } }) {
      return file.description
    }
    if words.contains(where: { $0.holds("::set-output") || $0.holds("::save-state") }) {
      return "set-output"
    }
    // Source: learn.microsoft.com, "Set secret variables": without issecret nothing masks it.
    let isVariable = words.contains { $0.holds("##vso[task.setvariable") }
    return isVariable && !words.contains { $0.lowercased().holds("issecret=true") }
      ? "task.setvariable" : nil
  }

  private static let writers = ["tee", "out-file", "add-content", "set-content", "tee-object"]
  private static let files: [StaticString] = [
    "GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY", "GITHUB_STATE", "BASH_ENV", "dotenv",
    "build.env", "BITBUCKET_PIPELINES_VARIABLES_PATH",
  ]
}
