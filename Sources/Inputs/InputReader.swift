public import Findings
public import Git

/// Lists what a plan holds, as units of work.
public struct InputReader {
  let plan: InputPlan
  let store: (Int) throws(GitError) -> ObjectStore
  let historyPaths: (Int, (Path) -> Bool) -> @Sendable (ObjectID) -> Path?
  let headFiles: (Int) -> @Sendable (ObjectID, Path) -> Bool
  let submit: (InputUnit) -> Void
  let notify: (Notification) -> Void

  /// A reader of a plan.
  ///
  /// - Parameters:
  ///   - store: the objects of the repository that is a root.
  ///   - historyPaths: for a root and the paths that are wanted of its history, answers which of
  ///     them a blob first stood at; `nil` if no commit put it at one of them. It asks about every
  ///     path of the history whether it is wanted.
  ///   - headFiles: for a root whose history was asked for, answers whether HEAD's tree holds a blob
  ///     at a path.
  ///   - submit: takes each unit; may block.
  ///   - notify: takes what a reader of the report must know.
  public init(
    _ plan: InputPlan,
    store: @escaping (Int) throws(GitError) -> ObjectStore,
    historyPaths: @escaping (Int, (Path) -> Bool) -> @Sendable (ObjectID) -> Path?,
    headFiles: @escaping (Int) -> @Sendable (ObjectID, Path) -> Bool = { _ in { _, _ in true } },
    submit: @escaping (InputUnit) -> Void, notify: @escaping (Notification) -> Void
  ) {
    self.plan = plan
    self.store = store
    self.historyPaths = historyPaths
    self.headFiles = headFiles
    self.submit = submit
    self.notify = notify
  }

  /// Lists everything.
  ///
  /// - Throws: a range that names no commits, or a lack of git. What keeps git from reading one
  ///   repository is a notification, as is anything smaller.
  public func read() throws(InputError) {
    for note in plan.notes { notify(note) }
    if let origin = plan.standardInput { submit(.standardInput(origin)) }
    var files = DistinctFiles(plan, submit: submit)
    for file in plan.files { files.add(file) }
    for area in plan.areas {
      guard let repository = plan.repositories[area.root] else { continue }
      do throws(GitError) {
        try read(area, of: repository, into: &files)
      } catch {
        switch error {
        case .badRange, .badRevision, .missingGit, .refused: throw .git(error)
        default: notify(RepositoryProblem.failure(error).notification(root: area.root))
        }
      }
    }
    for folder in plan.folders {
      walk(folder.location, below: Path(""), root: folder.root, into: &files)
    }
  }

  private func read(
    _ area: InputPlan.Area, of repository: Repository, into files: inout DistinctFiles
  ) throws(GitError) {
    switch plan.request.mode {
    case .tree:
      if let top = repository.workTree {
        workingTree(top, area, of: repository, into: &files)
      } else {
        _ = try history(area, of: repository)
      }
    case .staged: try staged(area, in: repository)
    case .range(let range): try blobs(of: range, area, in: repository)
    case .history:
      let empty = try history(area, of: repository)
      if !empty.isEmpty { withoutHistory(empty, area.root, of: repository, into: &files) }
    }
  }

  /// Paths that were asked for and that no commit holds, such as a folder of build logs that the
  /// repository ignores: their files are read instead.
  private func withoutHistory(
    _ parts: [Path], _ root: Int, of repository: Repository, into files: inout DistinctFiles
  ) {
    let top = repository.workTree
    for part in parts {
      notify(
        Notification(
          severity: top == nil ? .warning : .note, code: .information,
          message: top == nil
            ? "no commit holds it, so that its history is empty"
            : "no commit holds it: its files were read as they are",
          origin: Origin(source: .history, root: root, path: part)))
    }
    guard let top else { return }
    workingTree(top, InputPlan.Area(root: root, parts: parts), of: repository, into: &files)
  }
}
