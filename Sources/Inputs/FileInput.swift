internal import Findings
internal import Git

/// Files of working trees and of other directories.
extension InputReader {
  /// Everything below a directory.
  func walk(_ top: Path, below: Path, root: Int, into files: inout DistinctFiles) {
    DirectoryWalker().walk(top.appending(below)) { path, entry in
      let origin = Origin(source: .file, root: root, path: below.appending(path))
      let refusal: FileDescriptor.Refusal
      switch entry {
      case .file:
        files.add(
          FileUnit(location: top.appending(origin.path), origin: origin, isNamed: false))
        return
      case .symbolicLink: refusal = .symbolicLink
      case .special: refusal = .special
      case .unreadable(let code): refusal = .failed(errno: code)
      }
      if !refusal.isAbsence || path.bytes.isEmpty { notify(refusal.notification(at: origin)) }
    }
  }

  /// What git tracks and what it does not ignore, or all of it if that was asked for.
  func workingTree(
    _ top: Path, _ area: InputPlan.Area, of repository: Repository, into files: inout DistinctFiles
  ) {
    guard !plan.request.includesIgnored else {
      for part in area.parts { walk(top, below: part, root: area.root, into: &files) }
      return
    }
    var empty = Set(area.parts)
    func add(_ path: Path) {
      guard area.holds(path) else { return }
      if !empty.isEmpty { empty = empty.filter { !path.isBelow($0) } }
      files.add(
        FileUnit(
          location: top.appending(path),
          origin: Origin(source: .file, root: area.root, path: path), isNamed: false))
    }
    var listed: [Path] = []
    let tree: WorkingTree
    do throws(GitError) {
      // What is tracked is read while git looks for the rest.
      let isAll = area.parts.contains(Path(""))
      let whole = try repository.workingTree(where: isAll ? nil : { area.holds($0) }) {
        file, isReal in
        if isReal {
          listed.append(file.path)
          add(file.path)
        } else if !file.path.isOrdinary {
          notify(
            Notification(
              severity: .warning, code: .tampering,
              message: "stands in the index, but in no working tree, and was not read",
              origin: Origin(source: .index, root: area.root, path: file.path)))
        }
      }
      guard let whole else { return }
      tree = whole
    } catch {
      notify(
        Notification(
          severity: .warning, code: .information,
          message: "git could not list the files, so that ignored ones are read, too (\(error))",
          origin: Origin(source: .file, root: area.root, path: Path(""))))
      files.skip(listed.map { top.appending($0) })
      for part in area.parts { walk(top, below: part, root: area.root, into: &files) }
      return
    }
    for path in tree.untracked { add(path) }
    for path in tree.submodules + tree.nestedRepositories where area.holds(path) {
      notify(
        Notification(
          severity: .note, code: .nestedRepository,
          message: "is a repository of its own and was not entered",
          origin: Origin(source: .file, root: area.root, path: path)))
    }
    for problem in tree.problems { notify(problem.notification(root: area.root)) }
    // A folder that git ignores but the user named is what the user wants to see scanned.
    for part in empty where !part.bytes.isEmpty {
      walk(top, below: part, root: area.root, into: &files)
    }
    // Of a named folder all but one file may be ignored: logs, mostly.
    for part in Set(area.parts).subtracting(empty) where !part.bytes.isEmpty {
      tellIgnored(below: part, area, of: repository)
    }
  }

  private func tellIgnored(below part: Path, _ area: InputPlan.Area, of repository: Repository) {
    do throws(GitError) {
      let count = try repository.ignoredEntries(below: part)
      guard count > 0 else { return }
      notify(
        Notification(
          severity: .note, code: .information,
          message:
            "git ignores \(count == 1 ? "1 file or folder" : "\(count) files or folders") in "
            + "it; --include-ignored scans them, too",
          origin: Origin(source: .file, root: area.root, path: part)))
    } catch {
      notify(RepositoryProblem.failure(error).notification(root: area.root))
    }
  }
}
