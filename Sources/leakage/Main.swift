internal import ArgumentParser

/// The entry point: parses, runs, and maps what comes back to the documented exit codes.
///
/// ArgumentParser exits 64 for wrong options and 1 for any other error, and 1 means "findings" here.
@main
enum Main {
  static func main() {
    Hygiene.protect()
    Memory.keep()
    do {
      var command = try parse()
      try command.run()
    } catch let exit as Exit {
      exit.leave()
    } catch let failure as Failure {
      failure.leave()
    } catch {
      let code = LeakageCommand.exitCode(for: error)
      if code == .validationFailure {
        Terminal.printError(LeakageCommand.fullMessage(for: error))
        Exit.usage.leave()
      }
      if code == .success || error is ExitCode { LeakageCommand.exit(withError: error) }
      Failure.internalError("\(error)").leave()
    }
  }

  /// The command that was given.
  ///
  /// The commands of every commit and every job are parsed on their own: the tree of all commands
  /// takes longer to build than a small scan. What is wrong, or asks for help, is left to the tree,
  /// whose words name the whole command. ArgumentParser does not even see a plain scan's command line.
  private static func parse() throws -> any ParsableCommand {
    let arguments = Array(CommandLine.arguments.dropFirst(2))
    let usual: (any ParsableCommand)? =
      switch CommandLine.arguments.dropFirst().first {
      case "scan": try? ScanCommand(plain: arguments) ?? ScanCommand.parse(arguments)
      case "hook": try? HookCommand.parse(arguments)
      default: nil
      }
    return try usual ?? LeakageCommand.parseAsRoot()
  }
}
