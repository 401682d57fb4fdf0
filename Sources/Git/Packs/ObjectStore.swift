public import Findings

/// The objects of a repository as they stand in its packs and files, read without git: a picture of
/// the moment when it was made. It may be used by several threads.
///
/// Not read are multi-pack-indexes, reverse indexes, bitmaps and commit-graphs: all they say stands
/// in the packs, and a forged one could hide objects. What is not understood (names of 32 bytes,
/// unknown versions, damage) is left to git, which is then asked for all objects.
public final class ObjectStore: Sendable {
  /// An object that only git can read, and what git says it is.
  struct Other: Sendable {
    let id: ObjectID
    let kind: ObjectKind
  }

  /// The repository.
  public let repository: Repository
  /// What git complained about, if it was asked.
  public let problems: [RepositoryProblem]
  /// The packs, the largest first.
  let packs: [Pack]
  /// For each pack the entries that an earlier one holds, too.
  private let repeated: [Set<Int>]
  let loose: LooseObjects
  /// The objects that only git can read.
  let others: [Other]
  private let otherNumbers: [ObjectID: Int]
  /// For each pack, and behind them for the loose objects, the number of the first object.
  private let firstNumbers: [Int]
  /// How many numbers there are: one for each object, and for each entry of a pack that repeats one.
  let count: Int

  /// Reads the indexes and the headers of all packs, and lists the loose objects.
  ///
  /// - Parameter most: how many bytes of packs are held in memory.
  /// - Complexity: O(bytes of the packs) to read them once; about 41 bytes of memory an object, the
  ///   indexes, and the packs if they are not larger than 512 MiB together.
  /// - Throws: when the object store is not one of ordinary files, or git, being asked, cannot begin.
  public init(_ repository: Repository, holdingUpTo most: Int = mostHeld) throws(GitError) {
    self.repository = repository
    let stores = ObjectStores.all(repository.commonDirectory.appending(Path("objects")))
    for store in stores { try ObjectStores.requireOrdinary(store) }
    var (packs, isUnderstood) = Self.packs(in: stores, holdingUpTo: most)
    // Look-ups begin with the first one.
    packs.sort { $0.count > $1.count }
    repeated = packs.indices.map { place in
      guard place > 0 else { return [] }
      let pack = packs[place]
      return Set(
        (0..<pack.count).filter { entry in
          packs[..<place].contains { $0.holds(pack.id(of: entry)) }
        })
    }
    self.packs = packs
    let loose = LooseObjects(in: stores) { id in packs.contains { $0.holds(id) } }
    self.loose = loose
    var firstNumbers = [0]
    for pack in packs { firstNumbers.append(firstNumbers[firstNumbers.count - 1] + pack.count) }
    self.firstNumbers = firstNumbers
    let stored = firstNumbers[packs.count] + loose.entries.count
    isUnderstood = isUnderstood && !loose.isIncomplete
    guard !isUnderstood else {
      (others, otherNumbers, problems, count) = ([], [:], [], stored)
      return
    }
    let endless = packs.compactMap { pack in
      pack.forest.endless().map {
        RepositoryProblem.endlessObjects(pack.id(of: $0.first), $0.count)
      }
    }
    guard endless.isEmpty else {
      (others, otherNumbers, problems, count) = ([], [:], endless, stored)
      return
    }
    var listing = ObjectListing()
    do throws(GitError) {
      listing = try repository.objects()
    } catch {
      // What was understood is read all the same.
      if packs.isEmpty, loose.entries.isEmpty { throw error }
      listing.problems.append(.failure(error))
    }
    problems = listing.problems
    let all =
      listing.blobs.map { Other(id: $0.id, kind: .blob) }
      + listing.trees.map { Other(id: $0, kind: .tree) }
      + listing.commits.map { Other(id: $0, kind: .commit) }
      + listing.tags.map { Other(id: $0, kind: .tag) }
    others = all.filter { object in
      !packs.contains { $0.holds(object.id) } && loose.entry(of: object.id) == nil
    }
    otherNumbers = Dictionary(
      others.enumerated().map { ($1.id, stored + $0) }, uniquingKeysWith: { first, _ in first })
    count = stored + others.count
  }

  /// How many bytes of packs are held in memory.
  public static let mostHeld = 512 << 20

  /// The packs that are understood, and whether these are all.
  private static func packs(in stores: [Path], holdingUpTo most: Int) -> (
    packs: [Pack], isUnderstood: Bool
  ) {
    var packs: [Pack] = []
    var isUnderstood = true
    var left = most
    for store in stores {
      let folder = store.appending(Path("pack"))
      guard let all = FileSystem.allNames(in: folder) else {
        isUnderstood = false
        continue
      }
      let names = Set(all)
      for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        // Without its pack, or without its index, git does not see either.
        guard name.ends(with: ".idx".utf8), names.contains(name.dropLast(4) + ".pack".utf8) else {
          continue
        }
        guard let pack = Pack(index: folder.appending(Path(bytes: name)), holdingUpTo: left) else {
          isUnderstood = false
          continue
        }
        if pack.file.isHeld { left -= pack.file.size }
        packs.append(pack)
        if pack.isIncomplete { isUnderstood = false }
      }
    }
    return (packs, isUnderstood)
  }

  /// Whether a pack holds objects that an earlier one holds, too.
  func hasRepeats(inPack pack: Int) -> Bool { !repeated[pack].isEmpty }

  /// Whether an entry of a pack stands for its object; in no other pack it does.
  func isFirst(_ entry: Int, ofPack pack: Int) -> Bool { !repeated[pack].contains(entry) }

  /// The objects of a kind, each once, in no particular order.
  public func objects(of kind: ObjectKind) -> [ObjectID] {
    var ids: [ObjectID] = []
    for (place, pack) in packs.enumerated() {
      for entry in 0..<pack.count
      where pack.kind(of: entry) == kind && isFirst(entry, ofPack: place) {
        ids.append(pack.id(of: entry))
      }
    }
    ids += loose.entries.lazy.filter { $0.kind == kind }.map(\.id)
    ids += others.lazy.filter { $0.kind == kind }.map(\.id)
    return ids
  }

  /// Whether the repository holds an object.
  public func holds(_ id: ObjectID) -> Bool { number(of: id) != nil }

  /// The number of an object, below ``count``; `nil` if the repository does not hold it. Numbers take
  /// the place of names wherever many objects are told apart.
  func number(of id: ObjectID) -> Int? {
    for place in packs.indices {
      // By its place in the index, which is at hand: the entry would have to be looked up.
      if let found = packs[place].place(of: id) { return firstNumbers[place] + found }
    }
    return loose.place(of: id).map { firstNumbers[packs.count] + $0 } ?? otherNumbers[id]
  }

  /// The number of the first object in the index of a pack. Those of a pack count where
  /// ``isFirst(_:ofPack:)`` says so.
  func firstNumber(ofPack pack: Int) -> Int { firstNumbers[pack] }
}
