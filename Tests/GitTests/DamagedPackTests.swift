import Findings
import Glibc
import Testing

@testable import Git

/// Packs that are damaged, or made to harm. Nothing crashes, nothing hangs, and every object is
/// given, or left to git, or not known to the index.
@Suite struct DamagedPackTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  private func packed() throws -> (pack: String, ids: [ObjectID]) {
    try box.sh(
      """
      new r; seq 400 > f; seq 3000 | tac > g
      for i in $(seq 12); do sed -i "$((i * 19))s/.*/changed $i/" f; commit 2021-01-01 $i; done
      git repack -qadf --depth=50; chmod -R u+w .git/objects
      """)
    let ids = try box.open("r").objects()
    let pack = try box.sh("ls \(box.folder)/r/.git/objects/pack/*.pack")
    return (pack, (ids.blobs.map(\.id) + ids.commits + ids.trees).sorted())
  }

  /// What a store gives, and what it leaves to git.
  private func all() throws -> (given: [PackedObject], unread: [ObjectID], misnamed: Set<ObjectID>)
  {
    let store = try ObjectStore(try box.open("r"))
    var given: [PackedObject] = []
    var unread: [ObjectID] = []
    var misnamed: Set<ObjectID> = []
    for kind in [ObjectKind.blob, .commit, .tree] {
      let walk = ObjectWalk(store, of: kind)
      var walker = ObjectWalker(limits: WalkLimits(verifies: true))
      var seen = Collector()
      for piece in walk.pieces { walker.visit(piece, of: walk, &seen) }
      given += seen.objects
      unread += walker.takeUnread()
      misnamed.formUnion(walker.takeMisnamed())
    }
    return (given, unread, misnamed)
  }

  @Test func `a flipped byte of the pack costs no other object and goes nowhere unseen`() throws {
    let (pack, ids) = try packed()
    let sound = try contents(pack)
    var random: UInt64 = 2021
    for round in 0..<36 {
      var bytes = sound
      // Every part: the header, entries, and the hash at the end.
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = round < 12 ? round : 12 + Int(random >> 33) % (bytes.count - 12)
      bytes[place] ^= UInt8(1 << (round % 8))
      try save(bytes, pack)
      let (given, unread, misnamed) = try all()
      for object in given { #expect(object.hasItsName != misnamed.contains(object.id)) }
      // A pack whose header is not one is not opened: all of it is git's.
      #expect(Set(given.map(\.id) + unread) == (place < 12 ? [] : Set(ids)), "byte \(place)")
      #expect(Set(given.map(\.id)).count == given.count)
    }
    try save(sound, pack)
    #expect(try all().given.map(\.id).sorted() == ids)
  }

  @Test(arguments: [12, 19, 20, 31])
  func `a pack that is shorter than its ends is left to git`(length: Int) throws {
    _ = try box.sh("new r; commit 2021-01-01 one")
    let repository = try box.open("r")
    var pack = HandmadePack()
    pack.count = 0
    try pack.write(into: repository.commonDirectory.appending(Path("objects")))
    let name = "\(box.folder)/r/.git/objects/pack/pack-" + String(repeating: "a", count: 40)
    // The index names the pack by its last twenty bytes.
    var bytes = Array(try contents(name + ".pack").prefix(length))
    while bytes.count < length { bytes.append(0) }
    try save(bytes, name + ".pack")
    var index = try contents(name + ".idx")
    if length >= 20 {
      index.replaceSubrange(index.count - 40..<index.count - 20, with: bytes.suffix(20))
    }
    try save(index, name + ".idx")
    #expect(try !all().given.isEmpty)
  }

  @Test func `a flipped byte of the index is seen`() throws {
    let (pack, ids) = try packed()
    let index = pack.dropLast(5) + ".idx"
    let sound = try contents(String(index))
    for place in stride(from: 0, to: sound.count - 40, by: 149) {
      var bytes = sound
      bytes[place] ^= 1
      try save(bytes, String(index))
      let (given, _, misnamed) = try all()
      for object in given where object.hasItsName == misnamed.contains(object.id) {
        Issue.record("\(object.id) is not what its name says, at \(place)")
      }
      #expect(given.count { $0.hasItsName } <= ids.count)
    }
  }

  @Test func `a pack that is cut, before or during the walk, ends in objects left to git`() throws {
    let (pack, ids) = try packed()
    let sound = try contents(pack)
    for length in [0, 5, 12, 40, sound.count / 2, sound.count - 1] {
      try save(Array(sound[..<length]), pack)
      // git knows the index, and says what it cannot read.
      _ = try? all()
    }
    try save(sound, pack)
    let store = try ObjectStore(try box.open("r"), holdingUpTo: 0)
    #expect(unsafe truncate(pack, off_t(sound.count / 2)) == 0)
    let (seen, unread) = walk(store, .blob)
    #expect(!unread.isEmpty)
    #expect(Set(seen.objects.map(\.id) + unread) == Set(store.objects(of: .blob)))
    #expect(Set(unread).isSubset(of: ids))
    var reader = StoreReader(store)
    var damaged = 0
    try reader.read(unread) { _, reading, _ in
      if reading == .corrupt || reading == .missing { damaged += 1 }
      return true
    }
    #expect(damaged == unread.count)
  }

  @Test func `an object under another's name is given, and told when names are verified`() throws {
    try box.sh("new r; echo 1 > f; commit 2021-01-01 one; git repack -qad")
    var pack = HandmadePack()
    pack.blob("not what the name says", as: HandmadePack.id(1))
    try pack.write(into: box.path("r/.git/objects"))
    let (given, unread, misnamed) = try all()
    #expect(given.count { $0.kind == .blob } == 2)
    #expect(unread == [])
    #expect(misnamed == [HandmadePack.id(1)])
  }

  @Test func `a family that becomes much more than its base is left, and said`() throws {
    try box.sh("git init -q --bare b; mkdir r; mv b r/.git")
    var pack = HandmadePack()
    let base = HandmadePack.id(1)
    pack.blob(String(repeating: "0123456789abcdef", count: 256), as: base)
    // Sixteen copies of the base, three hundred times: 20 MB of 17 KB.
    let copies = [[UInt8]](repeating: [0xA0, 0x10], count: 16).flatMap { $0 }
    let delta = HandmadePack.sizes(4_096, 65_536) + copies
    for number in 0..<300 {
      pack.delta(delta, on: base, as: HandmadePack.id(UInt8(2 + number / 200), UInt8(number % 200)))
    }
    try pack.write(into: box.path("r/.git/objects"))
    let walk = ObjectWalk(try ObjectStore(try box.open("r")), of: .blob)
    var walker = ObjectWalker()
    var visitor = Collector()
    for piece in walk.pieces { walker.visit(piece, of: walk, &visitor) }
    let made = visitor.objects.reduce(0) { $0 + $1.bytes.count }
    #expect((8 << 20..<12 << 20).contains(made))
    #expect(walker.takeUnread() == [])
    #expect(walker.takeAbandoned()?.count == 301 - visitor.objects.count)
    #expect(walker.takeAbandoned() == nil)
  }

  /// Deltas that lie, on a base of eight bytes.
  static let lies: [(String, [UInt8])] = [
    ("copies from behind the end", HandmadePack.sizes(8, 8) + [0x91, 4, 8]),
    ("copies from far away", HandmadePack.sizes(8, 8) + [0x9F, 255, 255, 255, 255, 8]),
    ("makes more than it says", HandmadePack.sizes(8, 4) + [0x90, 8]),
    ("makes less than it says", HandmadePack.sizes(8, 9) + [0x90, 8]),
    ("says that it makes more than memory", HandmadePack.sizes(8, 1 << 50) + [0x90, 8]),
    ("is for another base", HandmadePack.sizes(9, 8) + [0x90, 8]),
    ("has the code that means nothing", HandmadePack.sizes(8, 8) + [0, 0x90, 8]),
    ("ends in an insert", HandmadePack.sizes(8, 8) + [8, 1, 2]),
    ("ends in a copy", HandmadePack.sizes(8, 8) + [0xFF, 0]),
    ("ends in a size", [0x88, 0x80]),
    ("has a size without end", [UInt8](repeating: 0x80, count: 40)),
    ("is empty", []),
  ]

  @Test(arguments: lies)
  func `a delta that lies costs itself and the deltas on it`(_: String, delta: [UInt8]) throws {
    try box.sh("git init -q --bare b; mkdir r; mv b r/.git")
    var pack = HandmadePack()
    pack.blob("01234567", as: HandmadePack.id(1))
    pack.delta(delta, on: HandmadePack.id(1), as: HandmadePack.id(2))
    pack.delta(
      HandmadePack.sizes(8, 8) + [0x90, 8], on: HandmadePack.id(2), as: HandmadePack.id(3))
    pack.delta(
      HandmadePack.sizes(8, 4) + [0x90, 4], on: HandmadePack.id(1), as: HandmadePack.id(4))
    try pack.write(into: box.path("r/.git/objects"))
    let (given, unread, _) = try all()
    #expect(Set(given.map(\.id)) == [HandmadePack.id(1), HandmadePack.id(4)])
    #expect(Set(unread) == [HandmadePack.id(2), HandmadePack.id(3)])
  }

  @Test func `deltas on each other, on themselves and on nothing end`() throws {
    try box.sh("git init -q --bare b; mkdir r; mv b r/.git")
    let copy = HandmadePack.sizes(8, 8) + [0x90, 8]
    var pack = HandmadePack()
    pack.blob("01234567", as: HandmadePack.id(1))
    pack.delta(copy, on: HandmadePack.id(3), as: HandmadePack.id(2))
    pack.delta(copy, on: HandmadePack.id(2), as: HandmadePack.id(3))
    pack.delta(copy, on: HandmadePack.id(4), as: HandmadePack.id(4))
    pack.delta(copy, on: HandmadePack.id(99), as: HandmadePack.id(5))
    try pack.write(into: box.path("r/.git/objects"))
    let (given, _, _) = try all()
    #expect(given.map(\.id) == [HandmadePack.id(1)])
    let store = try ObjectStore(try box.open("r"))
    // git would go round: it must not be asked.
    #expect(store.problems == [.endlessObjects(HandmadePack.id(2), 3)])
    var reader = StoreReader(store)
    #expect(try reader.object(HandmadePack.id(3)) == nil)
  }

  @Test func `sizes that no file can hold take no memory`() throws {
    try box.sh("git init -q --bare b; mkdir r; mv b r/.git")
    var pack = HandmadePack()
    for (first, size) in [(1, 1 << 54), (2, 1 << 31), (3, 30 << 20), (4, 7)] as [(UInt8, Int)] {
      let id = HandmadePack.id(first)
      let bytes = HandmadePack.header(3, size: size) + HandmadePack.stored([1, 2, 3])
      pack.entries.append(HandmadePack.Entry(id: id, bytes: bytes))
    }
    try pack.write(into: box.path("r/.git/objects"))
    let (given, unread, _) = try all()
    #expect(given.isEmpty)
    #expect(unread.count == 4)
  }

  @Test func `an index that points anywhere is refused or costs its entries`() throws {
    for offset in [0, 3, 11, 13, 1 << 20, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF] as [UInt32] {
      try box.sh("rm -rf r; git init -q --bare b; mkdir r; mv b r/.git")
      var pack = HandmadePack()
      pack.blob("01234567", as: HandmadePack.id(1))
      pack.blob("76543210", as: HandmadePack.id(2))
      pack.offsets = [1: offset]
      try pack.write(into: box.path("r/.git/objects"))
      let (given, _, _) = try all()
      #expect(!given.contains { $0.id == HandmadePack.id(2) })
    }
    for count in [1, 3] {
      try box.sh("rm -rf r; git init -q --bare b; mkdir r; mv b r/.git")
      var pack = HandmadePack()
      pack.count = count
      pack.blob("01234567", as: HandmadePack.id(1))
      pack.blob("76543210", as: HandmadePack.id(2))
      try pack.write(into: box.path("r/.git/objects"))
      _ = try? all()
    }
  }
}
