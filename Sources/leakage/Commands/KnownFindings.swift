internal import ArgumentParser
internal import Digests
internal import Findings
internal import Git
internal import Inputs
internal import Migration
internal import Scanning

/// Looks for the findings that another scanner was told to accept, which it names by line or by hash.
struct KnownFindings {
  private var lines: [(place: String, bytes: [UInt8])] = []
  private var hashes: [(place: String, sha1: String)] = []
  private let needsHistory: Bool
  /// Those that were not found again, as the other scanner names them.
  private(set) var missing: [String] = []
  /// How many were found.
  private(set) var found = 0

  init(_ known: [Imported.Known]) throws {
    let repository = try? Repository.discover(Path("."), root: Path("."))
    var hasCommits = false
    for known in known {
      switch known {
      case .hash(let path, let sha1): hashes.append((path, sha1))
      case .line(let path, let line, let commit):
        let place = (commit.map { "\($0.prefix(8)):" } ?? "") + "\(path):\(line)"
        if commit != nil { hasCommits = true }
        let bytes =
          commit.map { commit in
            (try? repository?.readBlob(at: commit, path: Path(path))) ?? nil
          } ?? (try? FileContents.readFound(path))
        let all = bytes?.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
        if all.indices.contains(line - 1), !all[line - 1].isEmpty {
          lines.append((place, Array(all[line - 1])))
        } else {
          missing.append(place)
        }
      }
    }
    needsHistory = hasCommits
  }

  /// The findings that are meant, of the current folder and, if a commit was named, of its history.
  mutating func find(_ general: GeneralOptions) throws -> [Finding] {
    var findings = try scan(.tree, general)
    if needsHistory { findings += try scan(.history, general) }
    let leaves = findings.flatMap { $0.members.isEmpty ? [$0] : $0.members }
    var accepted: Set<Int> = []
    for (place, line) in lines {
      let matches = leaves.indices.filter { leaves[$0].secret.reveal { Self.stands($0, in: line) } }
      count(matches, place, &accepted)
    }
    let digests = leaves.map { $0.secret.reveal { SHA1.digest($0.span).hex } }
    for (path, sha1) in hashes {
      let matches = leaves.indices.filter {
        digests[$0] == sha1 && leaves[$0].location.origin.fullPath == Path(path)
      }
      count(matches, path, &accepted)
    }
    return accepted.sorted().map { leaves[$0] }
  }

  private mutating func count(_ matches: [Int], _ place: String, _ accepted: inout Set<Int>) {
    if matches.isEmpty { missing.append(place) } else { found += 1 }
    accepted.formUnion(matches)
  }

  private func scan(_ mode: InputRequest.Mode, _ general: GeneralOptions) throws -> [Finding] {
    let settings = try Settings.load(SettingsOptions.parse([]), near: Path("."))
    var options = try general.scanOptions(
      InputRequest(paths: [Path(".")], mode: mode), asOf: AgeOptions.clock, settings,
      ignoresInlineAllow: true)
    options.age = .none
    return try ScanRun.run(options, rules: settings.rules).findings
  }

  /// Whether a value, or its first line, stands in a line.
  private static func stands(_ value: [UInt8], in line: [UInt8]) -> Bool {
    let first = Array(value.prefix { $0 != 0x0A && $0 != 0x0D })
    guard first.count >= 3, first.count <= line.count else { return false }
    return line.indices.dropLast(first.count - 1).contains { line[$0...].starts(with: first) }
  }
}
