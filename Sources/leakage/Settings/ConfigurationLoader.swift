internal import YAML

/// Reads a configuration and what it extends.
enum ConfigurationLoader {
  /// More files than anybody chains on purpose.
  private static let mostDepth = 8

  /// The configuration of a file; what it extends comes first, so that it has the last word.
  static func load(
    _ name: String, from source: SettingsSource, chain: [String] = []
  ) throws -> Configuration {
    let shown = source.shown(name)
    guard !chain.contains(shown) else {
      throw Failure.usage("\(shown): extends itself, by way of \(chain.joined(separator: ", "))")
    }
    guard chain.count < mostDepth else {
      throw Failure.usage("\(shown): is the \(mostDepth + 1)th file in a chain of extends")
    }
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    // A configuration that was found is a regular file, or whoever laid it there could make the
    // process wait; a named one may be a FIFO, such as a shell makes of `<(…)`.
    let isFound = name.hasSuffix(Configuration.defaultName)
    let found = isFound ? try source.readFound(name) : nil
    let bytes = try found ?? source.read(name)
    let own: (extends: [String], configuration: Configuration)
    do throws(YAMLError) {
      own = try ConfigurationReader.read(bytes, name: shown, folder: folder)
    } catch {
      throw Failure.usage("\(error)")
    }
    var configuration = Configuration()
    for base in own.extends {
      configuration.extend(by: try load(base, from: source, chain: chain + [shown]))
    }
    configuration.extend(by: own.configuration)
    return configuration
  }
}
