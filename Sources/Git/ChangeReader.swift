internal import Findings

/// Reads what commits changed, by `git diff-tree --stdin`.
///
/// The commits are named one by one, so git walks no history: what it believes about parents
/// matters only for merges, where grafts and shallow file are switched off. A git that dies on a
/// damaged tree is started again behind that commit.
struct ChangeReader {
  let repository: Repository
  private(set) var problems: [RepositoryProblem] = []

  /// A history in which every commit kills git must not take forever.
  private static let mostRestarts = 100

  init(_ repository: Repository) { self.repository = repository }

  /// What to ask git about one commit.
  struct Request {
    /// The commit, or the tree of its parent and its own.
    enum Comparison {
      case commit
      case trees(ObjectID, ObjectID)
    }
    var id: ObjectID
    var comparison: Comparison
  }

  /// Calls the visitor for each request in order, by its place. Returns early if the visitor
  /// returns `false`.
  mutating func read(_ requests: [Request], _ visit: (Int, [Change]) -> Bool) throws(GitError) {
    var next = 0
    var restarts = 0
    while next < requests.count {
      var answers = Answers(
        git: try repository.start(
          [
            "diff-tree", "--stdin", "--always", "--root", "-r", "-c", "--raw", "-z",
            "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--no-relative",
            "--ignore-submodules=none", "-O/dev/null",
          ], withInput: true))
      answers.ask(requests[next...])
      while let header = try answers.header() {
        // A commit whose objects git cannot read has no header.
        guard let place = requests[next...].firstIndex(where: { $0.matches(header) }) else {
          throw .unexpectedOutput(command: "diff-tree")
        }
        for missed in next..<place where !fail(requests[missed], at: missed, visit) { return }
        let changes = try answers.changes()
        next = place + 1
        guard visit(place, changes) else { return }
      }
      let exit = try answers.git.exit()
      if exit == .status(0) {
        for missed in next..<requests.count where !fail(requests[missed], at: missed, visit) {
          return
        }
        return
      }
      guard next < requests.count, fail(requests[next], at: next, visit) else { return }
      next += 1
      restarts += 1
      if restarts > Self.mostRestarts {
        problems.append(.failure(answers.git.failure(exit)))
        problems.append(.abandonedChanges(requests.count - next))
        for missed in next..<requests.count where !visit(missed, []) { return }
        return
      }
    }
  }

  private mutating func fail(
    _ request: Request, at place: Int, _ visit: (Int, [Change]) -> Bool
  ) -> Bool {
    problems.append(.unreadChanges(request.id))
    return visit(place, [])
  }
}

extension ChangeReader.Request {
  /// The line that asks git, which is also the header of the answer.
  var line: String {
    switch comparison {
    case .commit: "\(id)"
    case .trees(let old, let new): "\(old) \(new)"
    }
  }

  func matches(_ header: [UInt8]) -> Bool { line.utf8.elementsEqual(header) }
}
