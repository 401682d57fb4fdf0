import Glibc

/// The locale in which libarchive shall read names.
enum NameLocale {
  /// libarchive turns names that are marked as UTF-8 or stored as UTF-16 into the locale's
  /// encoding, and in the locale "C" of a fresh process into question marks.
  ///
  /// `nonisolated(unsafe)`: made once and never changed or freed; threads only read a `locale_t`.
  nonisolated(unsafe) private static let utf8: locale_t? =
    unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  /// Runs the body with UTF-8 as this thread's encoding; the process's locale stays as it is.
  ///
  /// `errno` is cleared before: where a name cannot be converted, libarchive asks whether memory ran
  /// out, and an `ENOMEM` that any call left on this thread long ago would end the archive, or the
  /// process ("Fatal Internal Error in libarchive").
  static func with<Value>(_ body: () -> Value) -> Value {
    errno = 0
    guard let locale = unsafe utf8 else { return body() }
    let before = unsafe uselocale(locale)
    defer { _ = unsafe uselocale(before) }
    return body()
  }
}
