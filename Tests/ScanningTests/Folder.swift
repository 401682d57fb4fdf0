import Detection
import Findings
import Foundation
import Inputs
import Rules

@testable import Scanning

/// A temporary folder to scan, removed with the value.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "leakage-scanning-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ name: String, _ template: String, seed: UInt64 = 1) throws {
    try write(name, planted(template, seed: seed))
  }

  /// Scans the folder, without ages, at the end of 2025.
  func scan(
    rules: [Rule] = allRules, _ change: (inout ScanOptions) -> Void = { _ in }
  ) throws -> Report {
    let now = Timestamp("2026-01-01")!
    var options = ScanOptions(
      input: InputRequest(paths: [Path(url.path)], mode: .tree), asOf: now,
      detection: DetectionOptions(allowances: [], ignoresInlineAllow: false, asOf: now),
      toolVersion: "1")
    options.age = .none
    change(&options)
    return try Scan(rules: RuleList(rules), options: options).run()
  }
}

extension Report {
  /// `path rule line` of each finding, members behind `/`.
  var told: [String] {
    findings.map { finding in
      ([finding] + finding.members).map { one in
        "\(one.location.origin.fullPath) \(one.rule.id) \(one.location.region.startLine)"
      }.joined(separator: " / ")
    }
  }
}
