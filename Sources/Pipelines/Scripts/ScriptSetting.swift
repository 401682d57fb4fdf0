internal import YAML

/// What a file says about the language of the scripts in a part of it: a `shell:` around them, or
/// the system they run on.
struct ScriptSetting {
  private var declared: ScriptLanguage?
  private var platform: ScriptLanguage?

  /// - Parameter usual: the language of scripts of which the file says nothing.
  init(usual: ScriptLanguage?) { platform = usual }

  /// The language of a script under a key.
  func language(of script: [UInt8], under key: ArraySlice<UInt8>?) -> ScriptLanguage {
    key.flatMap { ScriptLanguage(key: $0) } ?? declared ?? platform
      ?? ScriptLanguage(guessed: script)
  }

  /// The setting within a mapping, from its own entries.
  ///
  /// - Parameter windows: what runs a script on Windows unless the file says otherwise.
  func within(_ entries: [YAMLEntry], windows: ScriptLanguage) -> ScriptSetting {
    var setting = self
    for entry in entries {
      guard case .scalar(let key) = entry.key.content, let first = key.bytes.first else { continue }
      switch first {
      case UInt8(ascii: "s") where key.equals("shell"),
        UInt8(ascii: "s") where key.equals("scriptType"):
        setting.declare(entry.value)
      case UInt8(ascii: "d") where key.equals("defaults"):
        if let shell = entry.value["run"]?["shell"] { setting.declare(shell) }
      case UInt8(ascii: "t") where key.equals("task"):
        setting.declareTask(entry.value)
      case UInt8(ascii: "r") where key.equals("runs-on"),
        UInt8(ascii: "i") where key.equals("image"),
        UInt8(ascii: "p") where key.equals("pool"), UInt8(ascii: "v") where key.equals("vmImage"):
        if let isWindows = Self.isWindows(entry.value) {
          setting.platform = isWindows ? windows : .shell
        }
      default: break
      }
    }
    return setting
  }

  private mutating func declare(_ node: YAMLNode) {
    guard case .scalar(let scalar) = node.content else { return }
    if scalar.equals("pscore") || scalar.equals("ps") {
      declared = .powerShell
    } else if scalar.equals("batch") {
      declared = .batch
    } else if let language = ScriptLanguage(shell: scalar.bytes) {
      declared = language
    }
  }

  /// Source: learn.microsoft.com, "Azure Pipelines task reference".
  private mutating func declareTask(_ node: YAMLNode) {
    guard case .scalar(let scalar) = node.content else { return }
    let name = scalar.bytes.prefix { $0 != UInt8(ascii: "@") }
    switch true {
    case name.elementsEqual("PowerShell".utf8), name.elementsEqual("AzurePowerShell".utf8):
      declared = .powerShell
    case name.elementsEqual("Bash".utf8): declared = .shell
    case name.elementsEqual("BatchScript".utf8): declared = .batch
    case name.elementsEqual("PythonScript".utf8): declared = .python
    default: break
    }
  }

  /// Whether the machine that a node names runs Windows; `nil` if it does not tell.
  private static func isWindows(_ node: YAMLNode) -> Bool? {
    switch node.content {
    case .scalar(let scalar):
      let name = scalar.bytes.prefix(64).map { $0.isLetter ? $0 | 0x20 : $0 }
      if name.firstOffset(of: "windows", from: 0) != nil
        || name.firstOffset(of: "visual studio", from: 0) != nil
        || name.starts(with: "vs20".utf8)
      {
        return true
      }
      let others: [StaticString] = ["ubuntu", "macos", "linux", "debian", "alpine"]
      return others.contains { name.firstOffset(of: $0, from: 0) != nil } ? false : nil
    case .mapping: return (node["vmImage"] ?? node["labels"]).flatMap(isWindows)
    case .sequence(let elements):
      // Not by a lazy map, which asks its first answer twice: lists of lists would square it.
      for element in elements {
        if let isWindows = isWindows(element) { return isWindows }
      }
      return nil
    case .alias: return nil
    }
  }
}
