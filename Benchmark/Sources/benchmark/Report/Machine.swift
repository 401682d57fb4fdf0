import Foundation

/// What the numbers were measured on.
enum Machine {
  /// Such as `2 cores of AMD EPYC`.
  static var description: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = facts.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return "\(cores) cores" + (model.map { " of \($0)" } ?? "")
  }
}
