import Foundation

/// The package as its manifest and its source files describe it.
struct Package {
  let root: URL
  let targets: [Target]

  struct Target {
    let name: String
    let kind: String
    /// Names of the targets of this package that the manifest lets it import.
    let dependencies: Set<String>
    let files: [File]
  }

  struct File {
    let path: String
    let text: String
    let imports: [Import]
  }

  struct Import {
    let module: String
    /// `public`, `internal` or nothing.
    let access: String
    let line: Int
  }

  /// Reads the package that this test file belongs to.
  static func read(file: String = #filePath) throws -> Package {
    let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let manifest = try dump(root)
    let rows = manifest["targets"] as? [[String: Any]] ?? []
    let names = Set(rows.compactMap { $0["name"] as? String })
    let targets = try rows.map { row in
      let name = row["name"] as? String ?? ""
      let kind = row["type"] as? String ?? ""
      let dependencies = (row["dependencies"] as? [[String: Any]] ?? []).compactMap {
        (($0["byName"] ?? $0["target"]) as? [Any])?.first as? String
      }
      let folder = ["test": "Tests", "plugin": "Plugins"][kind] ?? "Sources"
      return Target(
        name: name, kind: kind, dependencies: Set(dependencies).intersection(names),
        files: try files(root.appending(path: "\(folder)/\(name)"), below: root))
    }
    return Package(root: root, targets: targets)
  }

  private static func dump(_ root: URL) throws -> [String: Any] {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path(), "--scratch-path", scratch.path(),
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  private static func files(_ folder: URL, below root: URL) throws -> [File] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (all?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "swift" }
      .sorted { $0.path() < $1.path() }
      .map { url in
        let text = try String(contentsOf: url, encoding: .utf8)
        return File(
          path: String(url.path().dropFirst(root.path().count)), text: text, imports: imports(text))
      }
  }

  private static func imports(_ text: String) -> [Import] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      var words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      var access = ""
      if let first = words.first, ["public", "internal", "package"].contains(first) {
        access = String(first)
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      let module = words.last.map { $0.split(separator: ".")[0] } ?? ""
      return Import(module: String(module), access: access, line: index + 1)
    }
  }
}
