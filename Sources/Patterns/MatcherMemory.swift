internal import CPCRE2
internal import Synchronization

/// PCRE2's objects for the matches of one thread at a time.
///
/// `@unchecked Sendable`: they are tied to no thread, and whoever holds them is their one user.
@safe
struct MatcherMemory: @unchecked Sendable {
  let context: OpaquePointer
  private let stack: OpaquePointer?
  private(set) var data: OpaquePointer

  /// What matchers with standard limits have left, for the next ones: a large text has a matcher for
  /// each of its parts, and the stack of the machine code comes from the system.
  private static let left = Mutex<[MatcherMemory]>([])
  /// How many are kept: as many as threads need at the same time, mostly.
  private static let most = 16

  init(_ limits: MatchLimits) {
    let first = min(32 << 10, max(1, limits.stackBytes))
    guard let context = unsafe pcre2_match_context_create_8(nil),
      let data = unsafe pcre2_match_data_create_8(32, nil)
    else { preconditionFailure("out of memory") }
    // Without one PCRE2 takes 32 KiB of the thread's own stack.
    let stack = unsafe pcre2_jit_stack_create_8(first, max(first, limits.stackBytes), nil)
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    unsafe pcre2_set_match_limit_8(context, limits.steps)
    unsafe pcre2_set_depth_limit_8(context, limits.depth)
    unsafe pcre2_set_heap_limit_8(context, limits.heapKiB)
    unsafe self.context = context
    unsafe self.stack = stack
    unsafe self.data = data
  }

  /// Memory with standard limits.
  static func take() -> MatcherMemory {
    left.withLock { $0.popLast() } ?? MatcherMemory(.standard)
  }

  /// Keeps memory with standard limits for another matcher.
  consuming func giveBack() {
    let memory = self
    let isKept = Self.left.withLock { left in
      guard left.count < Self.most else { return false }
      left.append(memory)
      return true
    }
    if !isKept { memory.free() }
  }

  /// Replaces the data by those that hold all groups of a pattern.
  mutating func makeRoom(for code: OpaquePointer) {
    unsafe pcre2_match_data_free_8(data)
    guard let larger = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else {
      preconditionFailure("out of memory")
    }
    unsafe data = larger
  }

  func free() {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
  }
}
