internal import Findings
internal import Git
internal import Glibc

/// Where configuration, rules and baseline are read: the file system, or a commit, whose content no
/// change under review can touch.
enum SettingsSource {
  case files
  /// Names are relative to the top of the repository.
  case commit(Repository, revision: String)

  /// The largest file that is read of a commit.
  private static let limit = 8 << 20

  /// The source for `--config-from`.
  ///
  /// - Parameter path: what is scanned first; its repository holds the commit.
  static func commit(_ revision: String, near path: Path) throws -> SettingsSource {
    let found: Repository?
    do throws(GitError) {
      found = try Repository.discover(path, root: path)
      _ = try found?.resolve(revision)
    } catch {
      throw Failure.usage("--config-from \(revision): \(error)")
    }
    guard let found else {
      throw Failure.usage("--config-from \(revision): \(path) is in no git repository")
    }
    return .commit(found, revision: revision)
  }

  /// How messages and reports name a file.
  func shown(_ name: String) -> String {
    switch self {
    case .files: name
    case .commit(_, let revision): "\(revision):\(Self.normal(name) ?? name)"
    }
  }

  /// The bytes of a file that was named.
  func read(_ name: String) throws -> [UInt8] {
    do {
      switch self {
      case .files: return try FileContents.read(name)
      case .commit:
        guard let bytes = try readFound(name) else {
          throw Failure.usage("\(shown(name)): no such file in the commit")
        }
        return bytes
      }
    } catch let error as FileContents.ReadError {
      throw Failure.usage("\(name): \(error.message)")
    }
  }

  /// The bytes of a file that nobody named; `nil` if there is none.
  func readFound(_ name: String) throws -> [UInt8]? {
    switch self {
    case .files:
      do throws(FileContents.ReadError) {
        return try FileContents.readFound(name)
      } catch {
        // One that is there and cannot be read would allow something else than its author meant.
        if error.isAbsence { return nil }
        throw Failure.usage("\(name): \(error.message)")
      }
    case .commit(let repository, let revision):
      let path = try inside(name)
      do throws(GitError) {
        return try repository.readBlob(at: revision, path: path, limit: Self.limit)
      } catch {
        throw Failure.usage("\(shown(name)): \(error)")
      }
    }
  }

  /// The rule files that a name stands for: itself, or the `.yml` and `.yaml` files of a folder.
  func ruleFiles(_ name: String) throws -> [String] {
    let names: [String]?
    switch self {
    case .files: names = try Folder.fileNames(name)
    case .commit(let repository, let revision):
      let path = try inside(name)
      do throws(GitError) {
        names = try repository.fileNames(at: revision, folder: path)?.map(\.description)
      } catch {
        throw Failure.usage("\(shown(name)): \(error)")
      }
    }
    guard let names else { return [name] }
    let files = names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted()
    guard !files.isEmpty else { throw Failure.usage("\(shown(name)): holds no rule file (*.yml)") }
    return files.map { name.hasSuffix("/") ? name + $0 : "\(name)/\($0)" }
  }

  private func inside(_ name: String) throws -> Path {
    guard let path = Self.normal(name) else {
      throw Failure.usage("\(name): leads out of the repository, and --config-from reads from it")
    }
    return Path(path)
  }

  /// A relative path without `.` and `..`; `nil` if it leads out of the top.
  private static func normal(_ name: String) -> String? {
    guard !name.hasPrefix("/") else { return nil }
    var parts: [Substring] = []
    for part in name.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
