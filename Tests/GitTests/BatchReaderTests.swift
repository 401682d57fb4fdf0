import Findings
import Testing

@testable import Git

@Suite struct BatchReaderTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  @Test(arguments: ["sha1", "sha256"])
  func `reads every kind of object`(format: String) throws {
    try box.sh(
      """
      new --object-format=\(format) r; printf hello > f; : > empty; commit 2021-01-01 one
      git tag -a -m note v1
      """)
    let repository = try box.open("r")
    #expect(try repository.objectFormat().rawValue == format)
    let ids = try ["main:f", "main:empty", "main^{tree}", "main", "v1"].map {
      try box.id($0, in: "r")
    }
    var reader = BatchReader(repository)
    let all = try readAll(&reader, ids)
    #expect(all[ids[0]]?.last == .whole(.blob))
    #expect(all[ids[0]]?.bytes == Array("hello".utf8))
    #expect(all[ids[1]]?.bytes == [])
    #expect(all[ids[2]]?.last == .whole(.tree))
    #expect(all[ids[3]]?.last == .whole(.commit))
    #expect(all[ids[4]]?.last == .whole(.tag))
    #expect(reader.takeComplaints() == [])
  }

  @Test func `reads thousands of objects, again and again, and stops when told`() throws {
    try box.sh(
      """
      git init -q --bare r; cd r
      (echo "commit refs/heads/main"; echo "committer C <c@example.org> 1 +0000"; echo "data 0"
       for i in $(seq 1001 4000); do
         printf 'M 100644 inline f%d\\ndata 10\\nline %d\\n\\n' $i $i
       done) | git fast-import --quiet
      """)
    let repository = try box.open("r")
    let listing = try repository.objects()
    #expect(listing.blobs.count == 3000)
    #expect(listing.commits.count == 1)
    #expect(listing.problems == [])
    let ids = listing.blobs.map(\.id)
    var reader = BatchReader(repository)
    var seen = 0
    try reader.read(ids) { _, _, _ in
      seen += 1
      return seen < 10
    }
    #expect(seen == 10)
    let all = try readAll(&reader, ids)
    #expect(all.count == 3000)
    #expect(
      all.values.reduce(0) { $0 + $1.bytes.count } == listing.blobs.reduce(0) { $0 + $1.size })
  }

  @Test func `hands out a large object in parts, and leaves out one that is too large`() throws {
    try box.sh(
      "new r; seq 100000 > large; seq 200000 > huge; echo x > small; commit 2021-01-01 one; git gc -q"
    )
    let repository = try box.open("r")
    let ids = try ["large", "huge", "small"].map { try box.id("main:" + $0, in: "r") }
    var reader = BatchReader(
      repository, limits: ReadingLimits(whole: 1000, part: 65536, most: 1_000_000))
    var offset = 0
    var whole: [UInt8] = []
    var readings: [ObjectReading] = []
    try reader.read(ids) { id, reading, bytes in
      if case .part(.blob, let at, let size) = reading {
        #expect(at == offset)
        #expect(bytes.count <= 65536)
        #expect(size == 588_895)
        offset += bytes.count
        whole += copy(bytes)
      } else {
        readings.append(reading)
      }
      return true
    }
    #expect(whole == (1...100000).flatMap { Array("\($0)\n".utf8) })
    #expect(readings == [.tooLarge(.blob, size: 1_288_895), .whole(.blob)])
  }

  @Test func `a missing or damaged object is an answer, and the rest is read`() throws {
    try box.sh(
      """
      new r; for f in a b c d e; do seq 20000 > $f; echo $f >> $f; done; commit 2021-01-01 one
      chmod -R u+w .git/objects
      rm "$(loose main:a)"
      echo garbage > "$(loose main:b)"
      o=$(loose main:c); head -c 20000 "$o" > cut; cat cut > "$o"
      : > "$(loose main:d)"
      """)
    let ids = try ["a", "b", "c", "d", "e"].map { try box.id("main:" + $0, in: "r") }
    for limits in [ReadingLimits(), ReadingLimits(whole: 10, part: 4096)] {
      var reader = BatchReader(try box.open("r"), limits: limits)
      let all = try readAll(&reader, ids)
      #expect(all[ids[0]]?.last == .missing)
      #expect(all[ids[1]]?.last == .corrupt)
      #expect(all[ids[2]]?.last == .corrupt)
      // What stands before the damage is kept.
      #expect(all[ids[2]]?.bytes.starts(with: Array("1\n2\n3\n".utf8)) == true)
      #expect(all[ids[3]]?.last == .corrupt)
      #expect(all[ids[4]]?.bytes.suffix(2) == [UInt8(ascii: "e"), UInt8(ascii: "\n")])
      #expect(!reader.takeComplaints().isEmpty)
    }
    let listing = try box.open("r").objects()
    #expect(listing.blobs.map(\.id).contains(ids[4]))
    #expect(listing.problems.contains(.unreadable(ids[1])))
  }

  @Test func `a FIFO in place of an object costs only that object`() throws {
    try box.sh(
      """
      new r; echo a > a; echo b > b; commit 2021-01-01 one
      o=$(loose main:a); rm -f "$o"; mkfifo "$o"
      """)
    var repository = try box.open("r")
    repository.patience = 3
    let ids = try ["a", "b"].map { try box.id("main:" + $0, in: "r") }
    var reader = BatchReader(repository)
    let all = try readAll(&reader, ids)
    #expect(all[ids[0]]?.last == .corrupt)
    #expect(all[ids[1]]?.bytes == Array("b\n".utf8))
    #expect(throws: GitError.self) { try repository.objects() }
  }

  @Test func `a pack with a damaged index is said, and the rest is read`() throws {
    try box.sh(
      """
      new r; echo a > a; commit 2021-01-01 one; git gc -q; echo b > b; commit 2021-01-02 two
      chmod -R u+w .git/objects; for i in .git/objects/pack/*.idx; do echo bad > $i; done
      """)
    let listing = try box.open("r").objects()
    #expect(listing.blobs.count == 1)
    #expect(!listing.problems.isEmpty)
  }

  @Test func `a forged multi-pack-index hides nothing`() throws {
    try box.sh(
      """
      new r; echo shown > a; commit 2021-01-01 one; git repack -qad
      git multi-pack-index write
      old=$(ls .git/objects/pack/*.pack); cp .git/objects/pack/multi-pack-index m
      echo hidden > b; commit 2021-01-02 two; git repack -qad
      new=$(ls .git/objects/pack/*.pack)
      for e in pack idx; do mv -f "${new%.pack}.$e" "${old%.pack}.$e"; done
      cp m .git/objects/pack/multi-pack-index
      """)
    let repository = try box.open("r")
    let ids = try repository.objects().blobs.map(\.id)
    var reader = BatchReader(repository)
    let all = try readAll(&reader, ids)
    #expect(all.values.map { String(decoding: $0.bytes, as: UTF8.self) }.contains("hidden\n"))
  }

  @Test func `a repository that git does not understand is one error`() throws {
    try box.sh("new r; echo a > a; commit 2021-01-01 one; echo '[broken' >> .git/config")
    let repository = try box.open("r")
    var reader = BatchReader(repository)
    let id = try #require(ObjectID(String(repeating: "a", count: 40)))
    #expect(throws: GitError.self) { try reader.read([id]) { _, _, _ in true } }
    #expect(throws: GitError.self) { try repository.objects() }
    #expect(throws: GitError.self) { try repository.headTree() }
    #expect(throws: GitError.self) { try repository.stagedChanges() }
    #expect(throws: GitError.self) { try repository.workingTree() }
  }
}
