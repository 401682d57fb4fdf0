import Findings
import Glibc
import Testing

/// A temporary folder in which shell scripts build files and repositories with the real git, in a
/// built environment and with fixed dates; removed with the value.
final class Sandbox {
  /// Absolute and without links.
  let folder: Path

  init() throws {
    var template = Array("/tmp/leakage-inputs-XXXXXX".utf8).map { CChar(bitPattern: $0) } + [0]
    try #require(unsafe mkdtemp(&template) != nil)
    folder = Path(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
  }

  deinit { _ = unsafe system("chmod -R u+rwX \(folder); rm -rf \(folder)") }

  /// A path in the folder.
  func path(_ name: String) -> Path { folder.appending(Path(name)) }

  /// Runs a script in the folder and returns what it printed. Its functions: `new NAME` makes a
  /// repository and enters it, `commit DAY MESSAGE` commits everything at noon of that day.
  @discardableResult
  func sh(_ script: String) throws -> String {
    let number = Int.random(in: 0..<Int.max)
    let (source, output) = (path(".script-\(number)"), path(".output-\(number)"))
    let prelude = """
      set -e
      cd \(folder)
      at() { export GIT_AUTHOR_DATE="$1T12:00:00Z" GIT_COMMITTER_DATE="$1T12:00:00Z"; }
      new() { git init -q -b main "$1"; cd "$1"; }
      commit() { at "$1"; git add -A; git commit -q --allow-empty -m "$2"; }
      at 2020-01-01

      """
    try write(source, Array((prelude + script).utf8))
    let environment = [
      "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder)", "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1",
      "GIT_AUTHOR_NAME=Ann", "GIT_AUTHOR_EMAIL=ann@example.org", "GIT_COMMITTER_NAME=Cid",
      "GIT_COMMITTER_EMAIL=cid@example.org", "GIT_CONFIG_COUNT=2",
      "GIT_CONFIG_KEY_0=protocol.file.allow", "GIT_CONFIG_VALUE_0=always",
      "GIT_CONFIG_KEY_1=gc.auto", "GIT_CONFIG_VALUE_1=0",
    ]
    let status = unsafe system(
      "env -i \(environment.joined(separator: " ")) sh \(source) > \(output) 2>&1")
    var text = String(decoding: try read(output), as: UTF8.self)
    while text.last == "\n" { text.removeLast() }
    remove(source)
    remove(output)
    try #require(status == 0, "\(text)")
    return text
  }

  /// Writes a file, making the folders above it.
  func write(_ name: String, _ text: String) throws { try write(path(name), Array(text.utf8)) }

  /// Writes a file, making the folders above it.
  func write(_ path: Path, _ bytes: [UInt8]) throws {
    makeFolder(path.parent)
    let file = unsafe withName(path) {
      unsafe open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    try #require(file >= 0, "\(path)")
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress, $0.count)
      }
      try #require(count > 0)
      written += count
    }
  }

  private func makeFolder(_ path: Path) {
    if unsafe withName(path, { unsafe access($0, F_OK) }) == 0 { return }
    makeFolder(path.parent)
    _ = unsafe withName(path) { unsafe mkdir($0, 0o755) }
  }

  private func remove(_ path: Path) { _ = unsafe withName(path) { unsafe unlink($0) } }

  /// The content of a file.
  func read(_ path: Path) throws -> [UInt8] {
    let file = unsafe withName(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
    try #require(file >= 0)
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(file, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}

func withName<Result>(_ path: Path, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
  return unsafe name.withUnsafeBufferPointer { unsafe body($0.baseAddress!) }
}
