internal import Catalogue
internal import Detection
internal import Scanning

/// The rules that are built in, prepared for a scan.
enum BuiltInRules {
  static let prepared = PreparedRules(Catalogue.rules())

  /// Begins to prepare them beside the reading of the command line, which takes as long.
  static func prepareAhead() { Background.run { _ = prepared } }
}
