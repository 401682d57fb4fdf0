/// The walk through one top-level file.
final class Walk {
  /// What became of an item.
  enum Completion {
    /// It was read to its end, or to where it breaks off.
    case finished
    /// The rest is not wanted.
    case abandoned
  }

  let budget: WalkBudget
  /// How many faults were told so far: a cause further out that has shown already is not repeated.
  private var faultsTold = 0

  init(_ budget: WalkBudget) {
    self.budget = budget
  }

  var limits: ArchiveLimits { budget.limits }

  /// Finds out what an item is, by its content, and opens or delivers it.
  @discardableResult
  func visit<Sink: ArchiveSink & ~Copyable>(_ item: WalkItem, into sink: inout Sink) -> Completion {
    guard let kind = item.stream.kind() else { return deliver(item, into: &sink) }
    guard item.depth < limits.depth else {
      return deliver(item, fault: .limited(.depth), into: &sink)
    }
    return kind.isContainer
      ? open(item, as: kind, into: &sink) : decompress(item, as: kind, into: &sink)
  }

  /// Gives the sink an item's bytes as they are.
  ///
  /// - Parameter fault: why they are given as they are, if they should have been opened.
  func deliver<Sink: ArchiveSink & ~Copyable>(
    _ item: WalkItem, fault: ArchiveFault? = nil, into sink: inout Sink
  ) -> Completion {
    let member = ArchiveMember(
      path: item.path, claimedSize: item.claimedSize, isEncrypted: fault == .encrypted)
    guard sink.begin(member) == .read else { return .abandoned }
    // A top-level file that is no archive has no limit.
    let most = item.depth == 0 ? Int.max : limits.memberBytes
    var outcome = MemberOutcome(fault: fault, bytes: 0)
    while fault != .encrypted {
      let block = unsafe item.stream.available()
      if unsafe block.isEmpty { break }
      let count = min(block.count, most - outcome.bytes)
      guard count > 0 else {
        outcome.fault = .limited(.memberBytes)
        break
      }
      unsafe block.withMemoryRebound(to: UInt8.self) { bytes in
        sink.append(unsafe Span(_unsafeElements: bytes).extracting(first: count))
      }
      item.stream.consume(count)
      outcome.bytes += count
    }
    outcome.fault = outcome.fault ?? item.stream.fault
    if outcome.fault != nil { faultsTold += 1 }
    sink.end(outcome)
    return outcome.fault == .limited(.memberBytes) ? .abandoned : .finished
  }

  /// Reports a fault of the item itself, which is an archive.
  func report<Sink: ArchiveSink & ~Copyable>(
    _ fault: ArchiveFault, of item: WalkItem, into sink: inout Sink
  ) {
    // Bytes that follow are a remark, and no cause of anything.
    if fault != .trailingBytes { faultsTold += 1 }
    sink.report(ArchiveProblem(path: item.path, fault: fault))
  }

  /// Reports a fault of the item, unless the body told one: then that was its consequence.
  func reportUnlessTold<Sink: ArchiveSink & ~Copyable>(
    _ fault: ArchiveFault?, since before: Int, of item: WalkItem, into sink: inout Sink
  ) {
    guard let fault, faultsTold == before else { return }
    report(fault, of: item, into: &sink)
  }

  /// A mark for `reportUnlessTold`.
  var faultMark: Int { faultsTold }
}
