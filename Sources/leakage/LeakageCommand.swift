internal import ArgumentParser

/// The root of the command line.
struct LeakageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leakage",
    abstract:
      "Finds secrets in pipelines and build logs, and says how long they have been exposed.",
    discussion: """
      leakage reads repositories (working tree, index, whole history) and archives of CI logs. For \
      each secret it answers: where did it leak, since when, is it still alive, was it ever rotated, \
      and what short-lived credential should replace it. It works offline and never prints a secret.

      EXAMPLES
        leakage scan                        the repository you are in
        leakage scan --history              every version of every file
        leakage scan logs/ run-8131.zip     folders and archives of CI logs
        git diff --name-only -z | leakage scan --files-from - -0
        leakage scan --format sarif=leakage.sarif --format text
        leakage mask < build.log            a log without its secrets
        leakage scan --range origin/main..HEAD --config-from origin/main --no-inline-allow
        leakage baseline write              accept what is known
        leakage scan --explain 3f2a91c0     why, how to revoke, how to allow

      EXIT STATUS
        0 clean · 1 findings at or over the gate · 2 usage or configuration
        3 something was not scanned in full · 4 any other error
      """,
    version: Version.current,
    subcommands: [
      ScanCommand.self, HookCommand.self, MaskCommand.self, LogsCommand.self, BaselineCommand.self,
      RulesCommand.self, ImportCommand.self,
    ],
    defaultSubcommand: nil)
}
