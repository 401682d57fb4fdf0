public import Findings

/// All objects of one kind in a store, or some of them, as pieces of work for several threads.
public struct ObjectWalk: Sendable {
  /// Objects that one thread takes at a time.
  public struct Piece: Sendable {
    enum Objects {
      /// Entries of a pack that are no deltas; all deltas on them belong to the piece.
      case families(pack: Int, roots: [Family])
      /// Places in the list of loose objects.
      case loose([Int32])
      /// Objects that only git can read.
      case others([ObjectID])
    }

    /// An entry that is no delta, with all deltas on it.
    struct Family {
      let root: Int32
      /// How many bytes are made at most: see ``ExpansionLimit``.
      let allowance: Int
    }

    let objects: Objects
    /// About how many bytes will be made.
    let weight: Int
  }

  /// The pieces, the heaviest first, so that no thread is left alone with a long one at the end.
  public private(set) var pieces: [Piece] = []
  /// The repository whose objects these are.
  public var repository: Repository { store.repository }
  let store: ObjectStore
  let kind: ObjectKind
  /// For each pack the entries that are wanted; `nil` if all are.
  private let wanted: [WantedEntries?]

  /// About how many bytes make a piece worth the cost of handing it to a thread.
  private static let heavy = 1 << 20
  private static let filesAtOnce = 64

  /// A walk.
  ///
  /// - Parameters:
  ///   - kind: which objects.
  ///   - isWanted: which of them; `nil` for all. Bases that are not wanted are made, but not shown.
  /// - Complexity: O(objects).
  public init(
    _ store: ObjectStore, of kind: ObjectKind, where isWanted: ((ObjectID) -> Bool)? = nil
  ) {
    self.store = store
    self.kind = kind
    wanted = store.packs.enumerated().map { place, pack in
      if isWanted == nil, !store.hasRepeats(inPack: place) { return nil }
      return WantedEntries(pack) { entry in
        pack.kind(of: entry) == kind && store.isFirst(entry, ofPack: place)
          && isWanted?(pack.id(of: entry)) != false
      }
    }
    for place in store.packs.indices { addFamilies(ofPack: place) }
    let loose = store.loose.entries
    let files = loose.indices.filter {
      loose[$0].kind == kind && isWanted?(loose[$0].id) != false
    }
    for start in stride(from: 0, to: files.count, by: Self.filesAtOnce) {
      let part = files[start..<min(files.count, start + Self.filesAtOnce)].map { Int32($0) }
      pieces.append(Piece(objects: .loose(part), weight: Self.heavy))
    }
    let others = store.others.filter { $0.kind == kind && isWanted?($0.id) != false }.map(\.id)
    if !others.isEmpty { pieces.append(Piece(objects: .others(others), weight: .max)) }
    pieces.sort { $0.weight > $1.weight }
  }

  /// What is asked for of a pack; `nil` for all of it.
  func wanted(ofPack pack: Int) -> WantedEntries? { wanted[pack] }

  /// Light families that stand beside each other make one piece; a heavy one is a piece of its own.
  private mutating func addFamilies(ofPack place: Int) {
    let pack = store.packs[place]
    var limit = ExpansionLimit(packSize: pack.file.size)
    var roots: [Piece.Family] = []
    var weight = 0
    for entry in 0..<pack.count
    where pack.forest.isRoot(entry) && pack.kind(of: entry) == kind
      && wanted[place]?.needs(entry) != false
    {
      let own = (pack.likelySize(of: entry) + 256) * pack.forest.weight(of: entry)
      let family = Piece.Family(
        root: Int32(entry),
        allowance: limit.take(weight: own, entries: pack.forest.weight(of: entry)))
      if own >= Self.heavy {
        pieces.append(Piece(objects: .families(pack: place, roots: [family]), weight: own))
        continue
      }
      roots.append(family)
      weight += own
      if weight >= Self.heavy {
        pieces.append(Piece(objects: .families(pack: place, roots: roots), weight: weight))
        (roots, weight) = ([], 0)
      }
    }
    if !roots.isEmpty {
      pieces.append(Piece(objects: .families(pack: place, roots: roots), weight: weight))
    }
  }
}
