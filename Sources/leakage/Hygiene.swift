internal import Glibc

/// What is done before anything is read, so that a secret cannot leave by the back door.
enum Hygiene {
  /// No core file and no debugger of another user's process: the memory holds secrets. A closed pipe
  /// is an error to report, not a signal to die of.
  static func protect() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = unsafe prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    unsafe signal(SIGPIPE, SIG_IGN)
  }
}
