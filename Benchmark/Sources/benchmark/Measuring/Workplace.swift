import Foundation

/// A folder of its own in the temporary folder, readable for its owner only, and the environment
/// that every program sees.
struct Workplace {
  let folder: String
  let child: ChildProcess

  /// A program of the preparation failed.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Makes the folder. The environment is built from nothing: settings of the user's must not
  /// change what is measured, and git may not fetch what a partial clone lacks. kingfisher commits
  /// what is staged, for which git wants a name.
  init() throws {
    let manager = FileManager.default
    folder =
      manager.temporaryDirectory.appending(path: "leakage-benchmark-\(UUID().uuidString)").path
    for part in ["", "/home", "/tmp"] {
      try manager.createDirectory(
        atPath: folder + part, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    }
    try "[safe]\n\tdirectory = *\n[user]\n\tname = benchmark\n\temail = benchmark@example.com\n"
      .write(
        toFile: folder + "/gitconfig", atomically: false, encoding: .utf8)
    child = ChildProcess(
      environment: [
        "PATH=" + Self.searchPath, "HOME=\(folder)/home", "TMPDIR=\(folder)/tmp", "LC_ALL=C",
        "NO_COLOR=1", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=\(folder)/gitconfig",
        "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=none", "GIT_OPTIONAL_LOCKS=0",
      ], errors: folder + "/errors.txt")
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func file(_ name: String) -> String { folder + "/" + name }

  /// Makes a folder inside.
  func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: true)
    return file(name)
  }

  /// Runs a program that is not measured and gives its standard output.
  @discardableResult
  func run(_ program: String, _ arguments: [String], in folder: String) throws -> Data {
    let output = file("output.txt")
    let result = try child.run(
      Invocation(program: program, arguments: arguments, folder: folder, output: output))
    guard result.exit == 0 else {
      let errors = (try? String(contentsOfFile: child.errors, encoding: .utf8)) ?? ""
      throw Failure(
        description:
          "\(program) \(arguments.first ?? "") exits \(result.exit): \(errors.prefix(400))")
    }
    return try Data(contentsOf: URL(filePath: output))
  }

  /// Where a program stands on PATH.
  static func find(_ name: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static var searchPath: String {
    ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
  }
}
