import Findings
import Testing

@testable import Git

/// What packs give, held against what `git cat-file` gives.
@Suite struct PackTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  /// Versions of one file that differ a little, one commit each: with them git makes long chains.
  static let versions = """
    new r; seq 3000 > f; printf 'no newline' > g
    for i in $(seq 60); do
      sed -i "$((i * 37))s/.*/changed $i/" f; sed -i "$((i * 11))d" f; head -c $((i * 90)) f >> g
      commit 2021-01-01 $i
    done

    """

  @Test(arguments: [
    "git repack -qadf --depth=50 --window=50",
    "git repack -qadf --depth=4000 --window=100",
    "git -c repack.useDeltaBaseOffset=false -c pack.compression=9 repack -qadf --depth=20",
    "git -c core.compression=0 repack -qadf --depth=20",
    "git repack -qd; echo more >> f; commit 2021-02-01 more; git repack -qd; echo l > l; commit 2021-02-02 l",
    "git repack -qad; git multi-pack-index write; echo junk > .git/objects/pack/multi-pack-index",
  ])
  func `give every object as git does, each once`(repack: String) throws {
    try box.sh(Self.versions + repack)
    let repository = try box.open("r")
    let store = try ObjectStore(repository)
    #expect(store.problems == [])
    #expect(store.others.isEmpty)
    try expectEqual(store)
    // Too large a pack is not held, but read part by part.
    try expectEqual(try ObjectStore(repository, holdingUpTo: 0))
  }

  @Test func `give an object of several packs, and a loose one, once`() throws {
    try box.sh(
      Self.versions + """
        git repack -qadf; cp -r .git/objects/pack ../keep
        git unpack-objects -q < ../keep/*.pack || true
        echo new > n; commit 2021-02-02 new; git repack -qadf
        cp -n ../keep/* .git/objects/pack/; echo last > n; commit 2021-02-03 last
        """)
    let store = try ObjectStore(try box.open("r"))
    #expect(store.packs.count == 2)
    #expect(!store.loose.entries.isEmpty)
    try expectEqual(store)
  }

  @Test func `of an alternate inside the root are read, too`() throws {
    try box.sh(
      """
      new a; echo 1 > f; commit 2021-01-01 one; git repack -qad; cd ..
      git clone -q -s a a/b; cd a/b; echo 2 > f; commit 2021-01-02 two
      """)
    let repository = try #require(
      try Repository.discover(box.path("a/b"), root: box.path("a")))
    try expectEqual(try ObjectStore(repository))
  }

  @Test func `show a base before its deltas, with operations that make them`() throws {
    try box.sh(Self.versions + "git repack -qadf --depth=50 --window=50")
    let store = try ObjectStore(try box.open("r"))
    let (seen, _) = walk(store, .blob)
    #expect(seen.objects.count(where: { $0.delta != nil }) > 100)
    for object in seen.objects {
      guard let delta = object.delta else { continue }
      let base = try #require(seen.objects.first { $0.id == delta.base })
      #expect(base.bytes.count == delta.baseSize)
      var made: [UInt8] = []
      var last: DeltaOperation?
      for operation in delta.operations {
        #expect(operation.target.lowerBound == made.count)
        #expect(!operation.target.isEmpty)
        if let from = operation.base {
          made += base.bytes[from]
          #expect(last?.base?.upperBound != from.lowerBound)
        } else {
          made += object.bytes[operation.target]
          #expect(last?.isCopy != false)
        }
        last = operation
      }
      #expect(made == object.bytes)
    }
  }

  @Test func `give a part of the objects, and decompress only what it needs`() throws {
    try box.sh(Self.versions + "git repack -qadf --depth=50 --window=50")
    let store = try ObjectStore(try box.open("r"))
    let wanted = try box.id("HEAD~30:f", in: "r")
    let walk = ObjectWalk(store, of: .blob) { $0 == wanted }
    var walker = ObjectWalker()
    var seen = Collector()
    for piece in walk.pieces { walker.visit(piece, of: walk, &seen) }
    #expect(seen.objects.map(\.id) == [wanted])
    #expect(seen.objects.first?.delta == nil)
    #expect(walker.inflated <= 51)
  }

  @Test func `leave to git what is larger than the limits`() throws {
    try box.sh(Self.versions + "git repack -qadf")
    let store = try ObjectStore(try box.open("r"))
    let all = store.objects(of: .blob)
    for limits in [WalkLimits(whole: 9000), WalkLimits(held: 1)] {
      let (seen, unread) = walk(store, .blob, limits: limits)
      #expect(!unread.isEmpty)
      #expect(seen.objects.allSatisfy { $0.bytes.count <= limits.whole })
      #expect(Set(seen.objects.map(\.id) + unread) == Set(all))
    }
  }

  /// Walks all objects of all kinds and compares them with git's.
  private func expectEqual(_ store: ObjectStore) throws {
    var reader = BatchReader(store.repository)
    let listing = try store.repository.objects()
    for (kind, ids) in [
      (ObjectKind.blob, listing.blobs.map(\.id)), (.commit, listing.commits),
      (.tree, listing.trees),
    ] {
      let (seen, unread) = walk(store, kind)
      #expect(unread == [])
      #expect(seen.objects.map(\.id).sorted() == ids.sorted())
      #expect(store.objects(of: kind).sorted() == ids.sorted())
      let all = try readAll(&reader, ids)
      for object in seen.objects {
        #expect(all[object.id]?.last == .whole(kind))
        #expect(all[object.id]?.bytes == object.bytes)
      }
      // Each entry once; of what several packs hold, one.
      let loose = store.loose.entries.count { $0.kind == kind }
      #expect(seen.inflated == ids.count - loose)
    }
  }
}

/// Keeps all objects, and checks that each legacy is that of the base.
struct Collector: PackVisitor {
  var objects: [PackedObject] = []
  var inflated = 0

  mutating func visit(_ object: PackedObject, legacy: ObjectID?) -> ObjectID {
    #expect(legacy == object.delta?.base)
    objects.append(object)
    return object.id
  }
}

/// All objects of a kind that a walk gives, and what it leaves to git.
func walk(_ store: ObjectStore, _ kind: ObjectKind, limits: WalkLimits = WalkLimits(verifies: true))
  -> (seen: Collector, unread: [ObjectID])
{
  let walk = ObjectWalk(store, of: kind)
  var walker = ObjectWalker(limits: limits)
  var seen = Collector()
  for piece in walk.pieces { walker.visit(piece, of: walk, &seen) }
  seen.inflated = walker.inflated
  #expect(walker.takeMisnamed() == [])
  return (seen, walker.takeUnread())
}
