import Foundation

/// Holds two scans of one history against each other: along its deltas, and of every blob as a whole
/// as git reads it. Their reports must be the same bytes.
struct Verification {
  let leakagePath: String
  let workplace: Workplace

  /// A line for people: what was compared, or how the reports differ.
  ///
  /// The reports hold every finding with its place, a keyed hash of its value, and how many candidates
  /// were struck out in all versions for each reason.
  func verify(_ path: String) throws -> (line: String, isEqual: Bool) {
    let key = workplace.file("key")
    try String(repeating: "benchmark-key-", count: 4)
      .write(toFile: key, atomically: false, encoding: .utf8)
    let scan = [
      "scan", "--history", "--age", "none", "--as-of", "2026-01-01", "--format", "json",
      "--fingerprint-key-file", key, path,
    ]
    let delta = try report(scan)
    let whole = try report(scan + ["--no-delta"])
    let (count, other) = (Self.findings(delta), Self.findings(whole))
    let isEqual = delta == whole
    let name = URL(filePath: path).lastPathComponent
    return (
      isEqual
        ? "\(name): \(count) findings, and the same along the deltas as of every blob as a whole"
        : "\(name): DIFFERENT, \(count) findings along the deltas and \(other) of every blob",
      isEqual
    )
  }

  private func report(_ arguments: [String]) throws -> Data {
    let output = workplace.file("report.json")
    let cost = try workplace.child.run(
      Invocation(
        program: leakagePath, arguments: arguments, folder: workplace.folder, output: output))
    // 1: findings; 3: what the repository lacks was told, by both scans alike.
    guard [0, 1, 3].contains(cost.exit) else {
      throw Workplace.Failure(description: "leakage scan --history exits \(cost.exit)")
    }
    return try Data(contentsOf: URL(filePath: output))
  }

  private static func findings(_ report: Data) -> Int {
    let value = try? JSONSerialization.jsonObject(with: report) as? [String: Any]
    return (value?["findings"] as? [Any])?.count ?? 0
  }
}
