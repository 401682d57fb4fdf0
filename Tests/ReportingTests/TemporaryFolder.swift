import Findings
import Glibc

/// A folder that is gone after the test.
struct TemporaryFolder {
  private let base: String

  static func with(_ body: (TemporaryFolder) throws -> Void) throws {
    var template = Array("/tmp/leakage-tests-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { fatalError("mkdtemp: \(errno)") }
    let base = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = TemporaryFolder(base: base)
    defer { folder.remove() }
    try body(folder)
  }

  func path(_ name: String) -> Path { Path("\(base)/\(name)") }

  func create(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o600) {
    let file = unsafe open("\(base)/\(name)", O_WRONLY | O_CREAT, 0o600)
    _ = unsafe write(file, bytes, bytes.count)
    fchmod(file, mode)
    close(file)
  }

  func link(_ name: String, to target: String) { unsafe symlink(target, "\(base)/\(name)") }

  func fifo(_ name: String) { unsafe mkfifo("\(base)/\(name)", 0o600) }

  func openForReading(_ name: String) -> Int32 {
    unsafe open("\(base)/\(name)", O_RDONLY | O_NONBLOCK)
  }

  func read(_ name: String) -> [UInt8] { Self.readAll(openForReading(name)) }

  func mode(_ name: String) -> mode_t { status("\(base)/\(name)").st_mode & 0o777 }

  func isLink(_ name: String) -> Bool { status("\(base)/\(name)").st_mode & S_IFMT == S_IFLNK }

  func setMode(_ mode: mode_t) { unsafe chmod(base, mode) }

  func names() -> [String] {
    guard let directory = unsafe opendir(base) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func readAll(_ file: Int32) -> [UInt8] {
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(file, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }

  private func status(_ path: String) -> stat {
    var status = stat()
    unsafe lstat(path, &status)
    return status
  }

  private func remove() {
    setMode(0o700)
    // The names are the tests' own, one of them no text; no folders are made inside.
    unsafe system("rm -rf -- '\(base)'")
  }
}
