internal import ArgumentParser
internal import Catalogue
internal import Findings
internal import Migration
internal import Reporting
internal import Rules
internal import Scanning

/// `leakage import`: carry over what another scanner was told.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Carry over the configuration of another scanner.",
    discussion: """
      Reads .gitleaks.toml, .gitleaksignore and .secrets.baseline (detect-secrets), and writes \
      .leakage.yml, leakage-rules/imported.yml and .leakage-baseline, as far as there is something \
      for them. Findings that were accepted by line or by hash are looked for in the current folder, \
      and in the history where a commit is named. Tells what could not be carried over, and why. \
      Comments such as gitleaks:allow are honoured as they stand.
      """)

  @Argument(help: "The files.", completion: .file()) var files: [String]
  @Flag(help: "Replace files of ours that are there.") var force = false
  @OptionGroup(title: "General") var general: GeneralOptions

  private static let ruleFolder = "leakage-rules"
  private static let ruleFile = "leakage-rules/imported.yml"

  func run() throws {
    var all = Imported()
    var text = ""
    for file in files {
      let one = try read(file, taken: Set(Catalogue.rules().map(\.id) + all.rules.map(\.id)))
      text += "\(file): \(summary(of: one))\n"
      all.allowances += one.allowances
      all.rules += one.rules
      all.known += one.known
      all.remarks += one.remarks
    }
    let baseline = try acceptKnown(all, &text)
    let configuration = all.configuration(
      rules: all.rules.isEmpty ? nil : Self.ruleFolder,
      baseline: baseline == nil ? nil : BaselineCommand.defaultName)
    var outputs: [(name: String, bytes: [UInt8])] = []
    if let configuration { outputs.append((Configuration.defaultName, Array(configuration.utf8))) }
    if !all.rules.isEmpty { outputs.append((Self.ruleFile, Array(all.ruleFile.utf8))) }
    if let baseline {
      outputs.append((BaselineCommand.defaultName, BaselineFile.text(of: baseline)))
    }
    try write(outputs)
    text +=
      outputs.isEmpty
      ? "nothing to write\n" : "written: \(outputs.map(\.name).joined(separator: ", "))\n"
    if !all.remarks.isEmpty { text += "\nNot carried over, or only in part:\n" }
    for remark in all.remarks { text += "  \(remark.place): \(Visible.text(remark.text))\n" }
    _ = Terminal.write(Array(text.utf8), to: 1)
  }

  private func read(_ file: String, taken: Set<String>) throws -> Imported {
    let bytes = try SettingsSource.files.read(file)
    do throws(MigrationError) {
      guard let imported = try Imported.read(bytes, name: file, taken: taken) else {
        throw MigrationError(
          file: file, line: 1, column: 1,
          message: "expected a name that ends in .toml, .gitleaksignore, .baseline or .json")
      }
      return imported
    } catch {
      throw Failure.usage("\(error)")
    }
  }

  private func summary(of imported: Imported) -> String {
    let parts = [
      (imported.rules.count, "rule"), (imported.allowances.count, "allowance"),
      (imported.known.count, "accepted finding"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? "nothing to carry over" : parts.joined(separator: ", ")
  }

  /// A baseline of the findings that the other scanner was told to accept.
  private func acceptKnown(_ imported: Imported, _ text: inout String) throws -> Baseline? {
    guard !imported.known.isEmpty else { return nil }
    let key = try general.fingerprintKey()
    var search = try KnownFindings(imported.known)
    let accepted = try search.find(general)
    text += "\(search.found) of \(imported.known.count) accepted findings were found again\n"
    for place in search.missing.prefix(20) { text += "  not found: \(Visible.text(place))\n" }
    if search.missing.count > 20 { text += "  and \(search.missing.count - 20) more\n" }
    guard !accepted.isEmpty else { return nil }
    let empty = Baseline(
      name: BaselineCommand.defaultName, scheme: .fresh(key: key), entries: [])
    return empty.accepting(accepted, key: key, keepsAbsent: false, jobs: general.threads)
  }

  private func write(_ outputs: [(name: String, bytes: [UInt8])]) throws {
    for output in outputs where !force && (try? FileContents.readFound(output.name)) != nil {
      throw Failure.usage("\(output.name): is there; --force replaces it")
    }
    for output in outputs {
      if output.name == Self.ruleFile { try Folder.make(Self.ruleFolder) }
      do throws(OutputError) {
        try OutputFile.write(output.bytes, to: Path(output.name))
      } catch {
        throw Failure.internalError("\(error)")
      }
    }
  }
}
