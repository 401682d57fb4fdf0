import Foundation

/// Holds two scans of one path against each other, whose reports must be the same bytes: of a
/// repository's history along its deltas and of every blob as a whole as git reads it; of the files
/// with the windows of the rules and with much longer ones.
struct Verification {
  let leakagePath: String
  let workplace: Workplace

  /// Lines for people: what was compared, or how the reports differ.
  ///
  /// The reports hold every finding with its place, a keyed hash of its value, and how many candidates
  /// were struck out, in all versions, for each reason.
  func verify(_ path: String) throws -> [(line: String, isEqual: Bool)] {
    let key = workplace.file("key")
    try String(repeating: "benchmark-key-", count: 4)
      .write(toFile: key, atomically: false, encoding: .utf8)
    let scan = [
      "scan", "--age", "none", "--as-of", "2026-01-01", "--format", "json",
      "--fingerprint-key-file", key, path,
    ]
    let name = URL(filePath: path).lastPathComponent
    var lines = [
      try compare(
        "\(name)'s files", scan, "with the rules' windows", scan + ["--wide-windows"],
        "with longer ones")
    ]
    if FileManager.default.fileExists(atPath: path + "/.git") {
      lines.append(
        try compare(
          "\(name)'s history", scan + ["--history"], "along the deltas",
          scan + ["--history", "--no-delta"], "of every blob as a whole"))
    }
    return lines
  }

  private func compare(
    _ subject: String, _ one: [String], _ way: String, _ other: [String], _ otherWay: String
  ) throws -> (line: String, isEqual: Bool) {
    let (left, right) = (try report(one), try report(other))
    let (count, otherCount) = (Self.findings(left), Self.findings(right))
    return (
      left == right
        ? "\(subject): \(count) findings, and the same \(way) as \(otherWay)"
        : "\(subject): DIFFERENT, \(count) findings \(way) and \(otherCount) \(otherWay)",
      left == right
    )
  }

  private func report(_ arguments: [String]) throws -> Data {
    let output = workplace.file("report.json")
    let cost = try workplace.child.run(
      Invocation(
        program: leakagePath, arguments: arguments, folder: workplace.folder, output: output))
    // 1: findings; 3: what the repository lacks was told, by both scans alike.
    guard [0, 1, 3].contains(cost.exit) else {
      throw Workplace.Failure(description: "leakage scan exits \(cost.exit)")
    }
    return try Data(contentsOf: URL(filePath: output))
  }

  private static func findings(_ report: Data) -> Int {
    let value = try? JSONSerialization.jsonObject(with: report) as? [String: Any]
    return (value?["findings"] as? [Any])?.count ?? 0
  }
}
