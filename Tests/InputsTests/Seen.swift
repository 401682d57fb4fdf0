import Findings
import Git

@testable import Inputs

/// A sink that keeps everything.
final class Seen: InputSink {
  var documents: [Document] = []
  var notifications: [Notification] = []
  var coverage = Coverage()
  var onDocument: () -> Void = {}

  func document(_ document: Document) {
    documents.append(document)
    onDocument()
  }
  func notify(_ notification: Notification) { notifications.append(notification) }
  func cover(_ coverage: Coverage) { self.coverage += coverage }

  /// The text that each document answers for, by the full path of its origin, segments joined.
  var texts: [String: String] {
    var texts: [String: [UInt8]] = [:]
    for document in documents {
      texts[document.origin.fullPath.description, default: []] += document.bytes[document.owned]
    }
    return texts.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// The full paths of the documents, each as often as it came, sorted.
  var paths: [String] { documents.map(\.origin.fullPath.description).sorted() }

  /// `code path`, with `!` behind what makes the scan incomplete; sorted.
  var notes: [String] {
    notifications.map {
      "\($0.code.rawValue) \($0.origin?.fullPath.description ?? "-")\($0.isIncomplete ? " !" : "")"
    }.sorted()
  }
}

extension InputPlan {
  /// The objects of a repository of the plan.
  var openStore: (Int) throws(GitError) -> ObjectStore {
    openStore(holdingUpTo: ObjectStore.mostHeld)
  }

  func openStore(holdingUpTo most: Int) -> (Int) throws(GitError) -> ObjectStore {
    { (root) throws(GitError) in
      guard let repository = repositories[root] else { throw .missingGit }
      return try ObjectStore(repository, holdingUpTo: most)
    }
  }
}

/// Reads paths through the whole module, on one thread.
func read(
  _ paths: [Path], _ mode: InputRequest.Mode = .tree, into seen: Seen = Seen(),
  change: (inout InputRequest) -> Void = { _ in }
) throws -> Seen {
  var request = InputRequest(paths: paths, mode: mode)
  change(&request)
  let plan = try InputPlan(request)
  var places: [Int: [ObjectID: [Path]]] = [:]
  for (root, repository) in plan.repositories where mode == .history || repository.isBare {
    _ = try repository.commits(of: try ObjectStore(repository)) { commit in
      for change in commit.changes {
        if let id = change.new { places[root, default: [:]][id, default: []].append(change.path) }
      }
      return true
    }
  }
  try InputReader(
    plan, store: plan.openStore,
    historyPaths: { root, isWanted in
      let first = places[root, default: [:]].compactMapValues { $0.filter(isWanted).first }
      return { first[$0] }
    },
    submit: { $0.open(limits: request.limits, into: seen) }, notify: seen.notify
  ).read()
  return seen
}

/// Numbers that are the same on every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
