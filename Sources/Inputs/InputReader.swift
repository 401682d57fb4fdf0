public import Findings
internal import Git

/// Lists what a plan holds, as units of work.
public struct InputReader {
  private let plan: InputPlan
  var request: InputRequest { plan.request }
  let historyPath: (Int, ObjectID) -> Path?
  let submit: (InputUnit) -> Void
  let notify: (Notification) -> Void

  /// A reader of a plan.
  ///
  /// - Parameters:
  ///   - historyPath: the path at which a blob of a root's history was introduced; `nil` if no
  ///     commit holds it.
  ///   - submit: takes each unit; may block.
  ///   - notify: takes what a reader of the report must know.
  public init(
    _ plan: InputPlan, historyPath: @escaping (Int, ObjectID) -> Path?,
    submit: @escaping (InputUnit) -> Void, notify: @escaping (Notification) -> Void
  ) {
    self.plan = plan
    self.historyPath = historyPath
    self.submit = submit
    self.notify = notify
  }

  /// Lists everything, path by path.
  ///
  /// - Throws: what keeps git from answering at all; anything smaller is a notification.
  public func read() throws(InputError) {
    for target in plan.targets {
      switch target {
      case .standardInput(let root):
        submit(.standardInput(Origin(source: .standardInput, root: root, path: Path("stdin"))))
      case .file(let file): submit(.file(file))
      case .directory(let root, let location): walk(root: root, location, below: Path(""))
      case .repository(let root, let under):
        guard let repository = plan.repositories[root] else { continue }
        do throws(GitError) {
          try read(repository, root: root, under: under)
        } catch {
          throw .git(error)
        }
      }
    }
  }

  private func read(_ repository: Repository, root: Int, under: Path) throws(GitError) {
    switch plan.request.mode {
    case .tree:
      guard let top = repository.workTree else {
        try history(of: repository, root: root, under: under)
        return
      }
      if plan.request.includesIgnored {
        walk(root: root, top, below: under)
      } else {
        try workingTree(of: repository, root: root, top: top, under: under)
      }
    case .staged: try staged(in: repository, root: root, under: under)
    case .range(let range): try blobs(of: range, in: repository, root: root, under: under)
    case .history: try history(of: repository, root: root, under: under)
    }
  }
}

// MARK: - Files

extension InputReader {
  /// Everything below a directory.
  private func walk(root: Int, _ top: Path, below: Path) {
    DirectoryWalker().walk(top.appending(below)) { path, entry in
      let origin = Origin(source: .file, root: root, path: below.appending(path))
      switch entry {
      case .file:
        submit(
          .file(
            FileUnit(
              location: top.appending(origin.path), origin: origin, followsLink: false)))
      case .symbolicLink: notify(FileDescriptor.Refusal.symbolicLink.notification(at: origin))
      case .special: notify(FileDescriptor.Refusal.special.notification(at: origin))
      case .unreadable(let code):
        notify(FileDescriptor.Refusal.failed(errno: code).notification(at: origin))
      case .nestedRepository: break
      }
    }
  }

  /// What git tracks and what it does not ignore.
  private func workingTree(of repository: Repository, root: Int, top: Path, under: Path)
    throws(GitError)
  {
    guard let tree = try repository.workingTree() else { return }
    var found = false
    func add(_ path: Path, isTracked: Bool) {
      guard path.isBelow(under) else { return }
      found = true
      submit(
        .file(
          FileUnit(
            location: top.appending(path), origin: Origin(source: .file, root: root, path: path),
            followsLink: false, mayBeGone: isTracked)))
    }
    for file in tree.tracked { add(file.path, isTracked: true) }
    for path in tree.untracked { add(path, isTracked: false) }
    for path in tree.submodules + tree.nestedRepositories where path.isBelow(under) {
      notify(
        Notification(
          severity: .note, code: .nestedRepository,
          message: "is a repository of its own and was not entered",
          origin: Origin(source: .file, root: root, path: path)))
    }
    for problem in tree.problems { notify(problem.notification(root: root)) }
    // A folder that git ignores but the user named is what the user wants to see scanned.
    if !found, !under.bytes.isEmpty { walk(root: root, top, below: under) }
  }
}
