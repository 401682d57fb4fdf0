import Findings
import Glibc
import Testing

@testable import Inputs

/// Single files: of any size, changing, sparse, special.
struct FileTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func theSmallestFilesAreRead() throws {
    let contents: [[UInt8]] = [
      [], [0x61], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x1F, 0x8B], [0x0A],
    ]
    for (index, bytes) in contents.enumerated() {
      try sandbox.write(sandbox.path("f\(index)"), bytes)
    }
    let seen = try read([sandbox.folder])
    #expect(seen.documents.count == contents.count && seen.notes == [])
    #expect(seen.coverage.files == contents.count)
    for document in seen.documents {
      let bytes = contents[Int(String(document.origin.path.description.dropFirst()))!]
      #expect(document.bytes == (bytes == [0xFF, 0xFE] ? [] : bytes))
    }
  }

  @Test func aHugeLineIsReadInSegments() throws {
    let bytes = [UInt8](repeating: 0x78, count: 300_000) + Array("end".utf8)
    try sandbox.write(sandbox.path("line"), bytes)
    let seen = try read([sandbox.folder]) { $0.limits.segmentBytes = 1 << 16 }
    #expect(seen.documents.count > 2)
    #expect(seen.texts["line"].map { Array($0.utf8) } == bytes)
    let last = try #require(seen.documents.last)
    #expect(last.start.lines == 0 && last.start.columns == last.start.offset)
    #expect(seen.coverage.bytes == bytes.count && seen.coverage.files == 1)
  }

  /// What is between two data of a sparse file costs nothing, and places stay right.
  @Test func holesAreJumpedOver() throws {
    let hole = 6 << 30
    try sandbox.sh(
      """
      printf 'first\\nab' > f
      truncate -s \(hole) f
      printf 'second\\nthird' >> f
      truncate -s \(2 * hole) f
      """)
    let seen = try read([sandbox.folder]) { $0.limits.segmentBytes = 1 << 20 }
    let second = try #require(
      seen.documents.first {
        $0.bytes.starts(with: "second".utf8) || $0.bytes.contains(0x73) && $0.start.offset > 0
      })
    let at = try #require(second.bytes.firstIndex(of: 0x73))
    #expect(second.start.offset + at == hole)
    #expect(second.start.lines == 1)
    #expect(second.start.columns + at == hole - 6)
    #expect(seen.coverage.bytes < 4 << 20 && seen.notes == [])
  }

  @Test func aHoleInUTF16CountsUnits() throws {
    let hole = 2 << 20
    let mark: [UInt8] = [0xFF, 0xFE, 0x41, 0]
    try sandbox.write(sandbox.path("f"), mark)
    try sandbox.sh("truncate -s \(hole) f; printf 'B\\0' >> f")
    let seen = try read([sandbox.folder]) { $0.limits.segmentBytes = 1 << 16 }
    let last = try #require(seen.documents.last)
    let at = try #require(last.bytes.firstIndex(of: 0x42))
    #expect(last.start.offset + last.map.raw(at) == hole)
    // One unit is the mark, which is no column.
    #expect(last.start.columns + at == hole / 2 - 1)
  }

  @Test func aMarkBehindAHoleIsNoMark() throws {
    try sandbox.sh("truncate -s 2M f; printf '\\377\\376A\\000' >> f")
    let seen = try read([sandbox.folder]) { $0.limits.segmentBytes = 1 << 16 }
    #expect(seen.documents.last?.bytes.suffix(4) == [0xFF, 0xFE, 0x41, 0])
  }

  @Test func aFileMayGrowOrShrinkWhileItIsRead() throws {
    for isGrowing in [true, false] {
      let size = 3 << 19
      let path = sandbox.path("f")
      try sandbox.write(path, [UInt8](repeating: 0x61, count: size))
      let seen = Seen()
      seen.onDocument = {
        seen.onDocument = {}
        _ = unsafe withName(path) { unsafe truncate($0, isGrowing ? off_t(size + 100_000) : 0) }
      }
      _ = try read([path], into: seen) { $0.limits.segmentBytes = 1 << 16 }
      #expect(seen.notes == [])
      let count = seen.coverage.bytes
      #expect(isGrowing ? count == size + 100_000 : count >= 1 << 20 && count < size)
      #expect(seen.texts["f"]?.utf8.count == count)
    }
  }

  @Test func whatIsNoFileIsToldAndNeverWaitedFor() throws {
    try sandbox.sh("mkfifo fifo; echo a > a")
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) {
      unsafe $0.copyBytes(from: sandbox.path("socket").bytes)
    }
    let bound = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    let seen = try read([sandbox.folder])
    #expect(seen.paths == ["a"])
    #expect(seen.notes == ["special-file fifo", "special-file socket"])
    // What was named and not scanned is missing from what was asked for.
    for name in ["fifo", "socket"] {
      #expect(try read([sandbox.path(name)]).notes == ["special-file \(name) !"])
    }
    #expect(try read([Path("/dev/zero")]).notes == ["special-file zero !"])
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func whatCannotBeReadIsToldAndTheRestIsRead() throws {
    try sandbox.sh("mkdir shut; echo a > shut/a; echo b > b; echo c > c; chmod 0 shut b")
    let seen = try read([sandbox.folder])
    #expect(seen.paths == ["c"])
    #expect(seen.notes == ["unreadable b !", "unreadable shut !"])
    #expect(seen.coverage.files == 1)
    #expect(try read([sandbox.path("b")]).notes == ["unreadable b !"])
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func aFolderThatGitCannotReadIsTold() throws {
    try sandbox.sh("new r; mkdir shut; echo a > shut/a; echo b > b; chmod 0 shut")
    let seen = try read([sandbox.path("r")])
    #expect(seen.paths == ["b"])
    #expect(seen.notifications.contains { $0.isIncomplete && $0.code == .unreadable })
  }
}
