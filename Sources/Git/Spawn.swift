internal import Findings
internal import Glibc

/// Starting git with its three channels.
///
/// The channels are sockets, not pipes, for three reasons: writing to a dead git gives an error in
/// place of `SIGPIPE`; they are closed on `exec` from their birth, so a git started at the same
/// moment by another thread cannot hold them open; and an `include.path=/dev/stdin` in the
/// repository's configuration cannot open them.
enum Spawn {
  /// A running git and our ends of its channels; `input` is -1 when it reads `/dev/null`.
  struct Child {
    var pid: pid_t
    var input: Int32
    var output: Int32
    var errors: Int32
  }

  static func start(_ command: GitCommand, executable: Path, withInput: Bool)
    throws(GitError) -> Child
  {
    var opened: [Int32] = []
    defer { for end in opened { close(end) } }
    let output = try channel()
    opened += [output.ours, output.theirs]
    let errors = try channel()
    opened += [errors.ours, errors.theirs]
    var input: (ours: Int32, theirs: Int32)?
    if withInput {
      let ends = try channel()
      opened += [ends.ours, ends.theirs]
      input = ends
    }

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let input {
      unsafe posix_spawn_file_actions_adddup2(&actions, input.theirs, 0)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, output.theirs, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.theirs, 2)

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A worker thread may block signals, and the program may ignore SIGPIPE; git does neither.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var pid: pid_t = 0
    let code = unsafe withCStrings([executable.bytes]) { program in
      unsafe withCStrings(command.arguments) { arguments in
        unsafe withCStrings(command.environment) { environment in
          guard let path = unsafe program[0] else { return ENOENT }
          return unsafe posix_spawn(&pid, path, &actions, &attributes, arguments, environment)
        }
      }
    }
    guard code == 0 else { throw .system(call: "posix_spawn of git", code: code) }
    opened = [output.theirs, errors.theirs]
    if let input { opened.append(input.theirs) }
    return Child(
      pid: pid, input: input?.ours ?? -1, output: output.ours, errors: errors.ours)
  }

  private static func channel() throws(GitError) -> (ours: Int32, theirs: Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw .system(call: "socketpair", code: errno)
    }
    return (ends[0], ends[1])
  }

  /// A NULL-terminated array of C strings. A NUL inside a string ends it early; callers pass none.
  private static func withCStrings<Result>(
    _ strings: [[UInt8]],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for string in strings {
      offsets.append(bytes.count)
      bytes += string.map { CChar(bitPattern: $0) } + [0]
    }
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      var pointers: [UnsafeMutablePointer<CChar>?] = unsafe offsets.map {
        unsafe buffer.baseAddress?.advanced(by: $0)
      }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeMutableBufferPointer { table in
        guard let start = table.baseAddress else { fatalError("the table has an entry") }
        return unsafe body(start)
      }
    }
  }
}
