internal import Detection
internal import YAML

/// What `.leakage.yml` says.
///
///     allow:
///       - rule: generic-password
///         path: tests/**
///         reason: made up for tests
struct Configuration {
  /// What is allowed.
  var allowances: [DetectionOptions.Allowance] = []

  /// The file that is read where none is named.
  static let defaultName = ".leakage.yml"

  /// Reads a configuration file; without a name the one of the current folder, if it is there.
  static func load(_ name: String?) throws -> Configuration {
    let bytes: [UInt8]
    do {
      bytes = try FileContents.read(name ?? defaultName)
    } catch let error as FileContents.ReadError {
      if name == nil { return Configuration() }
      throw Failure.usage("\(name ?? defaultName): \(error.message)")
    }
    do throws(YAMLError) {
      return try read(bytes, file: name ?? defaultName)
    } catch {
      throw Failure.usage("\(error)")
    }
  }

  /// Reads the text of a configuration.
  static func read(_ bytes: [UInt8], file: String) throws(YAMLError) -> Configuration {
    let document = try YAMLDocument.parse(bytes, file: file)
    var configuration = Configuration()
    if document.root.isNull { return configuration }
    let fields = try document.fields(of: document.root, known: ["allow"])
    guard let allow = fields["allow"] else { return configuration }
    for entry in try document.elements(of: allow) {
      let fields = try document.fields(of: entry, known: ["rule", "path", "reason"])
      let rule = try fields["rule"].map { node throws(YAMLError) in try document.text(of: node) }
      let path = try fields["path"].map { node throws(YAMLError) in try document.text(of: node) }
      guard rule != nil || path != nil else {
        throw document.error(at: entry, "an entry of allow needs a rule or a path")
      }
      configuration.allowances.append(DetectionOptions.Allowance(rule: rule, path: path))
    }
    return configuration
  }
}
