internal import CPCRE2
internal import Synchronization

/// A regular expression in PCRE2's syntax, matched on bytes.
///
/// Making one costs nothing: it is compiled, and translated to machine code, by the first use, once
/// per process, whichever thread comes first. ``compile()`` does so at once, for checks.
///
/// What holds for every pattern:
/// - A subject is bytes, not text: `.` is one byte, `\w` and `(?i)` know ASCII only, and NUL or
///   invalid UTF-8 have no meaning. A non-ASCII character in the source stands for its UTF-8 bytes.
/// - CR, LF and CRLF all end a line for `.`, `^` and `$`: a `.+` takes no CR from a CRLF file.
/// - `\C`, `(*UTF)` and `(*UCP)` are errors. Callouts such as `(?C1)` are without effect.
/// - The group named `secret` marks the part of a match that must stay secret.
@safe
public final class Pattern: Sendable {
  /// The name of the group that marks the secret part of a match.
  public static let secretName = "secret"

  /// The longest accepted source, in bytes.
  public static let maximumLength = 1 << 16

  /// The regular expression as written.
  public let source: String

  // `nonisolated(unsafe)`: published last (releasing), so whoever sees it sees the group too; PCRE2's
  // code is never changed after that, so that it is shared safely though it is no Sendable.
  nonisolated(unsafe) private let code = unsafe Atomic<OpaquePointer?>(nil)
  private let secret = Atomic<Int>(0)
  private let failure = Mutex<PatternError?>(nil)

  /// Keeps the source; does not look at it.
  public init(_ source: String) {
    self.source = source
  }

  deinit {
    unsafe pcre2_code_free_8(code.load(ordering: .acquiring))
  }

  /// Compiles the pattern, if no use of it has yet.
  ///
  /// - Throws: the same error at every call.
  public func compile() throws(PatternError) {
    _ = unsafe try compiled()
  }

  /// The number of the group named `secret`; 0, the whole match, when there is none.
  public func secretGroup() throws(PatternError) -> Int {
    try compile()
    return secret.load(ordering: .relaxed)
  }

  /// The number of the group with a name, for ``Matcher/range(ofGroup:)``; nil when there is none.
  ///
  /// - Throws: when the pattern is invalid, or has several groups of this name.
  public func group(named name: String) throws(PatternError) -> Int? {
    unsafe try Self.group(named: name, of: compiled())
  }

  /// PCRE2's code, compiled by the first caller.
  func compiled() throws(PatternError) -> OpaquePointer {
    if let code = unsafe code.load(ordering: .acquiring) { return unsafe code }
    try failure.withLock { (failure: inout PatternError?) throws(PatternError) in
      if let failure { throw failure }
      guard unsafe code.load(ordering: .acquiring) == nil else { return }
      do throws(PatternError) {
        let (code, secret) = unsafe try Self.compile(source)
        self.secret.store(secret, ordering: .relaxed)
        unsafe self.code.store(code, ordering: .releasing)
      } catch {
        failure = error
        throw error
      }
    }
    // The lock was left without an error, so the code is there.
    return unsafe code.load(ordering: .acquiring)!
  }

  /// The size of the machine code; 0 when this pattern or platform has none, and matching falls
  /// back to PCRE2's interpreter.
  var machineCodeSize: Int {
    get throws(PatternError) {
      var size = 0
      _ = unsafe try pcre2_pattern_info_8(compiled(), UInt32(PCRE2_INFO_JITSIZE), &size)
      return size
    }
  }

  private static func compile(
    _ source: String
  ) throws(PatternError) -> (code: OpaquePointer, secret: Int) {
    guard let context = unsafe pcre2_compile_context_create_8(nil) else {
      preconditionFailure("out of memory")
    }
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    unsafe pcre2_set_max_pattern_length_8(context, maximumLength)

    let options =
      PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT
    var status: Int32 = 0
    var offset = 0
    var source = source
    let compiled = source.withUTF8 { bytes in
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count, UInt32(options), &status, &offset, context)
    }
    guard let code = unsafe compiled else { throw PatternError(code: status, offset: offset) }
    do throws(PatternError) {
      let secret = unsafe try group(named: secretName, of: code) ?? 0
      // A refusal is no error: pcre2_match then interprets the code, under the same limits.
      _ = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
      return unsafe (code, secret)
    } catch {
      unsafe pcre2_code_free_8(code)
      throw error
    }
  }

  private static func group(
    named name: String, of code: OpaquePointer
  ) throws(PatternError) -> Int? {
    let number = unsafe pcre2_substring_number_from_name_8(code, name)
    if number == PCRE2_ERROR_NOSUBSTRING { return nil }
    // `(?J)` allows one name for several groups; which one took part would be a guess.
    guard number > 0 else { throw PatternError(code: number, offset: 0) }
    return Int(number)
  }
}
