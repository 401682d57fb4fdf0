internal import Findings
internal import Git

/// Where the configuration is: named, or found in the current folder or at the top of its repository.
struct ConfigurationPlace {
  /// As the source reads it; `nil` if there is none.
  var name: String?
  /// The folder of one that nobody named, absolute and without links: the top of the repository, or
  /// the current folder outside of one.
  var folder: Path?

  static func find(named: String?, _ source: SettingsSource) throws -> ConfigurationPlace {
    let standard = Configuration.defaultName
    switch source {
    case .commit(let repository, _):
      let top = repository.workTree ?? repository.gitDirectory
      if let named { return ConfigurationPlace(name: named, folder: top) }
      let isThere = try source.readFound(standard) != nil
      return ConfigurationPlace(name: isThere ? standard : nil, folder: top)
    case .files:
      if let named { return ConfigurationPlace(name: named, folder: nil) }
      let current = Folder.real(".") ?? "/"
      let repository = try? Repository.discover(Path(current), root: Path(current))
      let top = repository?.workTree
      if try source.readFound(standard) != nil {
        return ConfigurationPlace(name: standard, folder: top ?? Path(current))
      }
      guard let top, let above = Self.way(to: top, from: current),
        try source.readFound(above + standard) != nil
      else { return ConfigurationPlace() }
      return ConfigurationPlace(name: above + standard, folder: top)
    }
  }

  /// `../../` from a folder to one above it; `nil` for the same folder.
  private static func way(to top: Path, from folder: String) -> String? {
    let depth = folder.utf8.split(separator: 0x2F).count
    let up = depth - top.bytes.split(separator: 0x2F).count
    return up > 0 ? String(repeating: "../", count: up) : nil
  }
}
