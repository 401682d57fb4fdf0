import Glibc
import Testing

/// How a command ended, and what it printed.
struct Outcome {
  let status: CInt
  let output: [UInt8]
  let errors: [UInt8]

  var text: String { String(decoding: output, as: UTF8.self) }
  var complaint: String { String(decoding: errors, as: UTF8.self) }
}

/// A temporary folder with a shell in which `leakage` is the binary under test. Nothing of the
/// environment of the test run is passed on; the folder is removed with the value.
final class Sandbox {
  let folder: String
  private var runs = 0

  /// The binary stands beside the one of the tests.
  private static let binary: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let slash = bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0
    return String(decoding: bytes[..<slash], as: UTF8.self) + "/leakage"
  }()

  /// The folder of the project.
  static let project: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  init() throws {
    var template = Array("/tmp/leakage-cli-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for name in ["bin", "home", "tmp", "runs", "files"] {
      try #require(unsafe mkdir("\(folder)/\(name)", 0o755) == 0)
    }
    try #require(unsafe symlink(Self.binary, "\(folder)/bin/leakage") == 0)
  }

  deinit {
    unsafe system("chmod -R u+rwX '\(folder)' 2>/dev/null; rm -rf '\(folder)'")
  }

  /// Runs a script in the folder `files`. Its own words: `new NAME` makes a repository and enters it,
  /// `at DAY` sets the date, `commit DAY MESSAGE` commits everything.
  func sh(
    _ script: String, input: [UInt8] = [], environment: [String] = []
  ) throws -> Outcome {
    let prelude = """
      cd "$BOX/files"
      at() { export GIT_AUTHOR_DATE="$1T10:00:00Z" GIT_COMMITTER_DATE="$1T10:00:00Z"; }
      new() { git init -q -b main "$1"; cd "$1"; }
      commit() { at "$1"; git add -A; git commit -q --allow-empty -m "$2"; }
      at 2020-01-01

      """
    runs += 1
    let (stdin, stdout, stderr) = ("runs/\(runs).in", "runs/\(runs).out", "runs/\(runs).err")
    try writeRaw(input, to: stdin)
    let variables =
      [
        "BOX=\(folder)", "PATH=\(folder)/bin:/usr/local/bin:/usr/bin:/bin", "LC_ALL=C",
        "HOME=\(folder)/home", "TMPDIR=\(folder)/tmp", "GIT_CONFIG_NOSYSTEM=1",
        "GIT_AUTHOR_NAME=Ann", "GIT_AUTHOR_EMAIL=ann@example.org",
        "GIT_COMMITTER_NAME=Cid", "GIT_COMMITTER_EMAIL=cid@example.org",
      ] + environment
    // A hang is a failure, not the end of the run.
    let status = try Self.spawn(
      ["/usr/bin/timeout", "-k", "5", "200", "/bin/sh", "-c", prelude + script], variables,
      stdin: "\(folder)/\(stdin)", stdout: "\(folder)/\(stdout)", stderr: "\(folder)/\(stderr)")
    return Outcome(status: status, output: readRaw(stdout), errors: readRaw(stderr))
  }

  /// Runs a script that must not fail.
  func make(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let outcome = try sh("set -e\n" + script)
    try #require(outcome.status == 0, "\(outcome.complaint)", sourceLocation: sourceLocation)
  }

  /// Where a file below `files` stands.
  func path(_ name: String) -> String { "\(folder)/files/\(name)" }

  /// Writes a file below `files`.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    var at = "\(folder)/files"
    for part in name.split(separator: "/").dropLast() {
      at += "/\(part)"
      unsafe mkdir(at, 0o755)
    }
    try writeRaw(bytes, to: "files/\(name)")
  }

  /// Writes a text below `files`.
  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// The bytes of a file below `files`.
  func read(_ name: String) -> [UInt8] { readRaw("files/\(name)") }

  private func writeRaw(_ bytes: [UInt8], to name: String) throws {
    let file = unsafe open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    try #require(file >= 0, "\(name)")
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      try #require(count > 0)
      rest = rest.dropFirst(count)
    }
  }

  private func readRaw(_ name: String) -> [UInt8] {
    guard let file = unsafe fopen("\(folder)/\(name)", "re") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The exit status of a program; 128 and the number for a signal.
  private static func spawn(
    _ arguments: [String], _ environment: [String], stdin: String, stdout: String, stderr: String
  ) throws -> CInt {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 1, stdout, flags, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, stderr, flags, 0o600)
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, arguments[0], &actions, nil, &words, &variables)
    try #require(code == 0, "posix_spawn: \(code)")
    var status: CInt = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
