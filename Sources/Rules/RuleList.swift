public import Patterns
internal import Synchronization

/// Rules in the order of their ids, each of which may be made when it is first asked for: a scan names
/// few of a catalogue's rules, and to make all takes longer than to scan a small change.
///
/// A class, since it is asked at each keyword that is met: a reference is copied for less than what it
/// holds.
public final class RuleList: RandomAccessCollection, Sendable {
  private let makers: Makers
  /// The tables of an engine for exactly these rules, where the build has made them.
  public let tables: PreparedTables?

  /// Rules that exist.
  public init(_ rules: [Rule]) {
    makers = .made(rules.sorted { $0.id < $1.id })
    tables = nil
  }

  /// Rules that `make` makes, each once, by its index in the order of their ids.
  public init(
    count: Int, tables: PreparedTables? = nil, make: @escaping @Sendable (Int) -> Rule
  ) {
    makers = .later(RulesToMake(count, make))
    self.tables = tables
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of rules.
  public var endIndex: Int {
    switch makers {
    case .made(let rules): rules.count
    case .later(let rules): rules.count
    }
  }

  /// A rule. O(1).
  public subscript(index: Int) -> Rule {
    switch makers {
    case .made(let rules): rules[index]
    case .later(let rules): rules.rule(index)
    }
  }

  /// The rule with an id. O(log n).
  public func rule(_ id: String) -> Rule? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].id == id ? self[low] : nil
  }

  private enum Makers {
    case made([Rule])
    case later(RulesToMake)
  }
}

/// Rules that are made when they are asked for, by whichever thread comes first.
@safe
private final class RulesToMake: Sendable {
  let count: Int
  private let make: @Sendable (Int) -> Rule
  // `nonisolated(unsafe)`: the memory is the object's own from `init` to `deinit`, and all that is in
  // it is atomic: a retained rule each, set once. An `AtomicLazyReference` would look up its type at
  // each load.
  nonisolated(unsafe) private let made: UnsafeMutablePointer<Atomic<OpaquePointer?>>

  init(_ count: Int, _ make: @escaping @Sendable (Int) -> Rule) {
    self.count = count
    self.make = make
    unsafe made = .allocate(capacity: count)
    for index in 0..<count { unsafe (made + index).initialize(to: Atomic(nil)) }
  }

  deinit {
    for index in 0..<count {
      if let rule = unsafe made[index].load(ordering: .acquiring) {
        unsafe Self.rule(rule).release()
      }
    }
    unsafe made.deinitialize(count: count)
    unsafe made.deallocate()
  }

  func rule(_ index: Int) -> Rule {
    precondition(index >= 0 && index < count, "index of a rule")
    if let rule = unsafe made[index].load(ordering: .acquiring) {
      return unsafe Self.rule(rule).takeUnretainedValue()
    }
    let new = unsafe Unmanaged.passRetained(make(index))
    let (isFirst, first) = unsafe made[index].compareExchange(
      expected: nil, desired: OpaquePointer(new.toOpaque()), ordering: .acquiringAndReleasing)
    guard !isFirst, let first = unsafe first else { return unsafe new.takeUnretainedValue() }
    unsafe new.release()
    return unsafe Self.rule(first).takeUnretainedValue()
  }

  private static func rule(_ pointer: OpaquePointer) -> Unmanaged<Rule> {
    unsafe Unmanaged.fromOpaque(UnsafeRawPointer(pointer))
  }
}
