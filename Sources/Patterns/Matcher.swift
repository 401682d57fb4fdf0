internal import CPCRE2

/// The working memory of one thread for matching: reused by all its searches, which allocate
/// nothing (but once when a pattern has more groups than any before it, or the interpreter's heap
/// grows).
///
/// `@unchecked Sendable`: PCRE2's objects are tied to no thread, and a noncopyable value has one user.
@safe
public struct Matcher: ~Copyable, @unchecked Sendable {
  private var memory: MatcherMemory
  private let isStandard: Bool
  private var base = 0
  /// One more than the highest group set by the last match; 0 when it failed.
  private var groupsSet = 0

  /// How many windows were searched so far: what matching costs, in a number that no machine changes.
  public private(set) var searches = 0

  /// Takes the working memory of a matcher that is gone, or allocates it: about 40 KiB until a match
  /// needs more.
  public init(limits: MatchLimits = .standard) {
    isStandard = limits == .standard
    memory = isStandard ? MatcherMemory.take() : MatcherMemory(limits)
  }

  deinit {
    if isStandard { memory.giveBack() } else { memory.free() }
  }

  /// Searches a window for the leftmost match.
  ///
  /// The window is the whole subject: `^`, `$`, `\b` and lookarounds see nothing outside it. They
  /// do see what lies in it before `start`.
  ///
  /// - Parameters:
  ///   - start: where in the buffer a match may begin first. A start before the window means the
  ///     window's begin; none behind its end matches.
  ///   - latestStart: where a match may begin last; nil for anywhere.
  ///   - window: the part of `bytes` to search, within its bounds.
  public mutating func firstMatch(
    of pattern: Pattern, in bytes: Span<UInt8>, from start: Int, latestStart: Int? = nil,
    window: Range<Int>
  ) -> MatchResult {
    precondition(window.lowerBound >= 0 && window.upperBound <= bytes.count, "window in bytes")
    searches += 1
    groupsSet = 0
    base = window.lowerBound
    let start = max(start, window.lowerBound)
    guard start <= window.upperBound, start <= latestStart ?? start else { return .none }
    let from = start - base
    let latest = latestStart.map { $0 - base } ?? Self.unset
    do throws(PatternError) {
      let code = unsafe try pattern.compiled()
      unsafe pcre2_set_offset_limit_8(memory.context, latest)
      var status = unsafe search(code, bytes, from, window)
      if status == 0 {  // A match with more groups than `data` holds.
        unsafe memory.makeRoom(for: code)
        status = unsafe search(code, bytes, from, window)
      }
      guard status > 0 else { return Self.outcome(status) }
      groupsSet = Int(status)
      guard let whole = range(ofGroup: 0) else { return .failed(status) }
      let group = try pattern.secretGroup()
      return .match(whole: whole, secret: range(ofGroup: group) ?? whole)
    } catch {
      return .failed(error.code)
    }
  }

  /// Where in the whole buffer a group of the last match lies; nil when it took no part, or the
  /// last search found no match.
  ///
  /// - Parameter group: a number from ``Pattern/group(named:)`` of the pattern last matched.
  public func range(ofGroup group: Int) -> Range<Int>? {
    guard group >= 0, group < groupsSet,
      let offsets = unsafe pcre2_get_ovector_pointer_8(memory.data)
    else { return nil }
    let (start, end) = unsafe (offsets[2 * group], offsets[2 * group + 1])
    guard start != Self.unset, end != Self.unset else { return nil }
    // `\K`, reached through a lookaround, can put the start behind the end.
    return base + min(start, end)..<base + max(start, end)
  }

  /// PCRE2_UNSET, which is a cast and so not imported.
  private static let unset = -1

  private func search(
    _ code: OpaquePointer, _ bytes: Span<UInt8>, _ from: Int, _ window: Range<Int>
  ) -> Int32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // PCRE2 10.42 takes a null subject only when it is empty, as an empty span's is.
      unsafe pcre2_match_8(
        code, buffer.baseAddress.map { unsafe $0 + window.lowerBound }, window.count, from, 0,
        memory.data, memory.context)
    }
  }

  private static func outcome(_ status: Int32) -> MatchResult {
    switch status {
    case PCRE2_ERROR_NOMATCH: .none
    case PCRE2_ERROR_MATCHLIMIT: .limit(.steps)
    case PCRE2_ERROR_DEPTHLIMIT: .limit(.depth)
    case PCRE2_ERROR_HEAPLIMIT: .limit(.heap)
    case PCRE2_ERROR_JIT_STACKLIMIT: .limit(.stack)
    default: .failed(status)
    }
  }
}
