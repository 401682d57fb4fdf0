internal import Glibc

/// What is done before anything is read, so that a secret cannot leave by the back door.
enum Hygiene {
  /// No core file: the memory holds secrets. A closed pipe is an error to report, not a signal to die
  /// of.
  static func protect() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    signal(SIGPIPE, SIG_IGN)
  }
}
