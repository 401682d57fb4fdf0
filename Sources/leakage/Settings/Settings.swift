internal import Findings
internal import Rules
internal import Scanning

/// Everything that a scan is set up with beside its input: configuration, rules and baseline, all from
/// one source.
struct Settings {
  let configuration: Configuration
  /// Where the configuration came from, for reports; `nil` if there is none.
  let name: String?
  /// The folder of a configuration that nobody named: it is for its own root only.
  let folder: Path?
  /// The built-in rules and the user's.
  let rules: RuleList
  private let source: SettingsSource

  /// What a reader of the report must know: a commit that was asked for and says nothing.
  var note: Notification? {
    guard case .commit(_, let revision) = source, name == nil else { return nil }
    return Notification(
      severity: .note, code: .information,
      message:
        "\(revision) holds no \(Configuration.defaultName), so that there is no configuration")
  }

  /// Loads what was asked for.
  ///
  /// - Parameters:
  ///   - options: what the command line says.
  ///   - path: what is scanned first.
  static func load(_ options: SettingsOptions, near path: Path) throws -> Settings {
    let source =
      try options.configFrom.map { try SettingsSource.commit($0, near: path) } ?? .files
    let place = try ConfigurationPlace.find(named: options.config, source)
    let configuration =
      try place.name.map { try ConfigurationLoader.load($0, from: source) } ?? Configuration()
    let folders = configuration.rules + options.rules
    return Settings(
      configuration: configuration, name: place.name.map(source.shown), folder: place.folder,
      rules: try UserRules.load(folders, from: source), source: source)
  }

  /// The baseline that the command line or the configuration names.
  func baseline(_ named: String?, key: [UInt8]?) throws -> Baseline? {
    guard let name = named ?? configuration.baseline else { return nil }
    let shown = source.shown(name)
    let bytes = try source.read(name)
    let baseline: Baseline
    do throws(BaselineFile.Problem) {
      baseline = try BaselineFile.read(bytes, file: shown)
    } catch {
      throw Failure.usage("\(error)")
    }
    try baseline.check(key)
    return baseline
  }
}
