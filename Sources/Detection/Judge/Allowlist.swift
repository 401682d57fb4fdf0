internal import Findings
internal import Patterns

/// What a user's word, in a configuration or a comment, says about a finding.
enum Permission: Equatable {
  /// Nothing.
  case none
  /// It is allowed; where that is written.
  case allowed(by: String)
  /// It was allowed once; why no longer.
  case ended(String)
}

/// What a configuration allows, made ready once for all documents.
struct Allowlist: Sendable {
  private struct Entry: Sendable {
    let rule: Glob?
    let path: Glob?
    let allowance: DetectionOptions.Allowance
  }

  private let entries: [Entry]
  private let roots: Set<Int>?
  private let prefixes: [Path]
  private let asOf: Timestamp

  init(_ options: DetectionOptions) {
    entries = options.allowances.map {
      Entry(rule: $0.rule.map(Glob.init), path: $0.path.map(Glob.init), allowance: $0)
    }
    roots = options.roots
    prefixes = options.prefixes
    asOf = options.asOf
  }

  /// Whether a finding is allowed. Free without allowances; no text of the value leaves it.
  func permission(rule: String, origin: Origin, value: [UInt8]) -> Permission {
    guard !entries.isEmpty, roots?.contains(origin.root) != false else { return .none }
    let path = origin.fullPath
    var permission = Permission.none
    for entry in entries {
      guard entry.rule?.matches(Array(rule.utf8)) != false, matches(entry, path, origin.root),
        entry.allowance.value.map({ Self.isFound($0, in: value) }) != false
      else { continue }
      guard let until = entry.allowance.until, until.hasPassed(at: asOf) else {
        return .allowed(by: entry.allowance.source)
      }
      permission = .ended("in \(entry.allowance.source) ended on \(until.day)")
    }
    return permission
  }

  /// Whether a document is meant: by its path from its root, or as it is shown.
  private func matches(_ entry: Entry, _ path: Path, _ root: Int) -> Bool {
    var names = [path]
    if prefixes.indices.contains(root), !prefixes[root].bytes.isEmpty {
      names.append(Path(bytes: prefixes[root].bytes + path.bytes))
    }
    return names.contains { name in
      entry.path?.matches(path: name.bytes) != false
        && entry.allowance.pathPattern.map { Self.isFound($0, in: name.bytes) } != false
    }
  }

  private static func isFound(_ pattern: Pattern, in bytes: [UInt8]) -> Bool {
    // Asked only for what would be reported, so that a matcher of its own costs nothing.
    var matcher = Matcher()
    let result = matcher.firstMatch(
      of: pattern, in: bytes.span, from: 0, window: 0..<bytes.count)
    if case .match = result { return true }
    return false
  }
}

extension Timestamp {
  /// Whether a day, given by its beginning, is over.
  func hasPassed(at now: Timestamp) -> Bool { seconds + 86_400 <= now.seconds }
}
