import Glibc

/// The one place that starts programs.
struct ChildProcess {
  /// The whole environment of each program, `NAME=value`.
  var environment: [String]
  /// The file that takes standard error.
  var errors: String

  /// Why a program could not be measured.
  struct Failure: Error, CustomStringConvertible {
    var program: String
    var code: Int32

    var description: String {
      "\(program) cannot be started: \(unsafe String(cString: strerror(code)))"
    }
  }

  /// Runs a program to its end.
  func run(_ invocation: Invocation) throws(Failure) -> Cost {
    let begin = Self.now()
    let child = try start(invocation)
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(program: invocation.program, code: errno) }
    }
    let end = Self.now()
    let signal = status & 0x7f
    return Cost(
      wall: end - begin, cpu: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      peakBytes: usage.ru_maxrss * 1024, exit: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
  }

  private func start(_ invocation: Invocation) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, invocation.output, create, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, create, 0o600)

    var arguments = unsafe ([invocation.program] + invocation.arguments).map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    var variables = unsafe environment.map { unsafe strdup($0) }
    unsafe variables.append(nil)
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }

    // The benchmark has one thread, so that its own folder can be the child's.
    guard unsafe chdir(invocation.folder) == 0 else {
      throw Failure(program: invocation.program, code: errno)
    }
    var child: pid_t = 0
    let code = unsafe posix_spawn(
      &child, invocation.program, &actions, nil, arguments, variables)
    guard code == 0 else { throw Failure(program: invocation.program, code: code) }
    return child
  }

  private static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
