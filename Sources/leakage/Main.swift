internal import ArgumentParser

/// The entry point: parses, runs, and maps what comes back to the documented exit codes.
///
/// ArgumentParser exits 64 for wrong options and 1 for any other error, and 1 means "findings" here.
@main
enum Main {
  static func main() {
    Hygiene.protect()
    do {
      var command = try LeakageCommand.parseAsRoot()
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
}
