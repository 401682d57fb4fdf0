import Findings
import Glibc
import Testing

@testable import Reporting

@Suite struct OutputFileTests {
  private let old = Array("old".utf8)
  private let new = [UInt8](repeating: 0x6E, count: 100_000)

  @Test func aNewFileIsWrittenForItsOwnerOnly() throws {
    try TemporaryFolder.with { folder in
      try OutputFile.write(new, to: folder.path("out.json"))
      #expect(folder.read("out.json") == new)
      #expect(folder.mode("out.json") == 0o600)
      #expect(folder.names() == ["out.json"])
    }
  }

  @Test func anOldFileIsReplacedWhole() throws {
    try TemporaryFolder.with { folder in
      folder.create("out", old, mode: 0o644)
      try OutputFile.write([], to: folder.path("out"))
      #expect(folder.read("out") == [])
      #expect(folder.mode("out") == 0o600)
      #expect(folder.names() == ["out"])
    }
  }

  @Test func aSymbolicLinkStays() throws {
    try TemporaryFolder.with { folder in
      folder.create("target", old)
      folder.link("link", to: "target")
      try OutputFile.write(new, to: folder.path("link"))
      #expect(folder.read("target") == new)
      #expect(folder.isLink("link"))
    }
  }

  @Test func aNameThatIsNoTextOrAsLongAsCanBeIsWritten() throws {
    try TemporaryFolder.with { folder in
      try OutputFile.write(new, to: folder.path("").appending(Path(bytes: [0x61, 0xFF, 0x0A])))
      try OutputFile.write(new, to: folder.path(String(repeating: "n", count: 255)))
      #expect(folder.names().count == 2)
    }
  }

  @Test func aMissingFolderIsAnError() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path("no/out.json")
      let error = #expect(throws: OutputError.self) { try OutputFile.write(new, to: path) }
      #expect(error?.code == .missingFolder)
      #expect(error?.description == "cannot write \(path): its folder does not exist")
      folder.create("file", old)
      let inFile = #expect(throws: OutputError.self) {
        try OutputFile.write(new, to: folder.path("file/out"))
      }
      #expect(inFile?.code == .missingFolder)
      #expect(folder.names() == ["file"])
    }
  }

  @Test func aDirectoryIsAnError() throws {
    try TemporaryFolder.with { folder in
      for path in [folder.path(""), folder.path("new/")] {
        let error = #expect(throws: OutputError.self) { try OutputFile.write(new, to: path) }
        #expect(error?.code == .isDirectory)
      }
      #expect(folder.names() == [])
    }
  }

  /// Root may write anywhere, so the system never refuses it.
  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func aReadOnlyFileOrFolderIsAnError() throws {
    try TemporaryFolder.with { folder in
      folder.create("out", old, mode: 0o444)
      let file = #expect(throws: OutputError.self) {
        try OutputFile.write(new, to: folder.path("out"))
      }
      #expect(file?.code == .notWritable)
      folder.setMode(0o555)
      let inside = #expect(throws: OutputError.self) {
        try OutputFile.write(new, to: folder.path("new"))
      }
      folder.setMode(0o700)
      #expect(inside?.code == .notWritable)
      #expect(folder.read("out") == old)
      #expect(folder.names() == ["out"])
    }
  }

  /// A full disk is simulated by the limit of a file's size in a child; here by the full device.
  @Test func aFullDeviceIsAnError() throws {
    let error = #expect(throws: OutputError.self) {
      try OutputFile.write(new, to: Path("/dev/full"))
    }
    #expect(error?.code == .diskFull)
    #expect(error?.description == "cannot write /dev/full: no space left")
  }

  /// Where the renaming fails at last, the temporary file must be gone and the old one intact.
  @Test func aFailureLeavesNothingBehind() throws {
    try TemporaryFolder.with { folder in
      folder.create("out", old)
      let error = #expect(throws: OutputError.self) {
        try OutputFile.write(new, to: folder.path("out/"))
      }
      #expect(error != nil)
      let tooLong = #expect(throws: OutputError.self) {
        try OutputFile.write(new, to: folder.path(String(repeating: "n", count: 256)))
      }
      #expect(tooLong?.number == ENAMETOOLONG)
      #expect(folder.read("out") == old)
      #expect(folder.names() == ["out"])
    }
  }

  @Test func devicesAndPipesAreWrittenInPlace() throws {
    try OutputFile.write(new, to: Path("/dev/null"))
    #expect(TemporaryFolder.isDevice("/dev/null"))
    try TemporaryFolder.with { folder in
      folder.fifo("pipe")
      let reader = folder.openForReading("pipe")
      try OutputFile.write(old, to: folder.path("pipe"))
      #expect(TemporaryFolder.readAll(reader) == old)
      #expect(folder.names() == ["pipe"])
    }
  }

  /// A shell has opened the file behind `/dev/stdout` and goes on writing to it.
  @Test func aFileBehindADescriptorIsAppendedTo() throws {
    try TemporaryFolder.with { folder in
      folder.create("out", old)
      let number = folder.openForReading("out")
      try OutputFile.write(Array("new".utf8), to: Path("/dev/fd/\(number)"))
      close(number)
      #expect(folder.read("out") == Array("oldnew".utf8))
    }
  }

  @Test func aNulInAPathIsAnError() {
    let error = #expect(throws: OutputError.self) {
      try OutputFile.write(new, to: Path(bytes: [0x61, 0, 0x62]))
    }
    #expect(error?.number == EINVAL)
  }

  @Test func anErrorIsOneLine() {
    let error = OutputError(path: Path("a\nb\u{1B}"), number: ENOSPC)
    #expect(error.description == "cannot write a\\x0ab\\x1b: no space left")
  }
}
