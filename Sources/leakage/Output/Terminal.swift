internal import Findings
internal import Glibc

/// What stands at the other end of the standard streams.
enum Terminal {
  /// When to colour.
  enum Color: String, CaseIterable {
    case auto, always, never
  }

  /// Whether a stream should be coloured: the option, then `NO_COLOR` and `CLICOLOR_FORCE`, then
  /// whether it is a terminal that can.
  static func isColored(_ choice: Color, stream: CInt = STDOUT_FILENO) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = environment("NO_COLOR"), !value.isEmpty { return false }
      if let value = environment("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
      return isatty(stream) == 1 && environment("TERM") != "dumb"
    }
  }

  /// The columns of the terminal at standard output, or 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 100
    }
    return max(40, Int(size.ws_col))
  }

  /// An environment variable as text.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Prints a line on standard error. Control characters in it are escaped, newlines are kept.
  static func printError(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { Visible.text(String($0)) }.joined(separator: "\n") + "\n"
    _ = write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes; the error number if that fails.
  static func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return nil
  }
}
