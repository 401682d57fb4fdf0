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
    do throws(FileContents.ReadError) {
      if let name {
        bytes = try FileContents.read(name)
      } else {
        bytes = try FileContents.readFound(defaultName)
      }
    } catch {
      // One that is there and cannot be read would allow something else than its author meant.
      if name == nil, error.isAbsence { return Configuration() }
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
    for field in try document.fields(of: document.root, known: ["allow"]) {
      for entry in try document.elements(of: field.value) {
        configuration.allowances.append(try allowance(entry, document))
      }
    }
    return configuration
  }

  private static func allowance(_ entry: YAMLNode, _ document: YAMLDocument) throws(YAMLError)
    -> DetectionOptions.Allowance
  {
    var texts: [String: String] = [:]
    for field in try document.fields(of: entry, known: ["rule", "path", "reason"]) {
      texts[field.name] = try document.text(of: field.value)
    }
    guard texts["rule"] != nil || texts["path"] != nil else {
      throw document.error(at: entry, "an entry of allow needs a rule or a path")
    }
    return DetectionOptions.Allowance(rule: texts["rule"], path: texts["path"])
  }
}
