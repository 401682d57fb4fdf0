/// How far a scan has come.
public struct ScanProgress: Sendable, Equatable {
  /// Inputs that are done: files, archives, groups of blobs.
  public var inputs = 0
  /// Inputs that were found so far, and whether those are all.
  public var found = 0
  /// Whether nothing more will be found.
  public var isComplete = false
  /// Bytes that were scanned, after decompression.
  public var bytes = 0
  /// Findings, before equal ones are joined.
  public var findings = 0

  /// Nothing yet.
  public init() {}
}

/// Counts what all threads do, and tells it.
///
/// `@unchecked Sendable`: the counts are read and written between `lock` and `unlock`.
final class ProgressMeter: @unchecked Sendable {
  private let monitor = Monitor()
  private var progress = ScanProgress()
  private let tell: @Sendable (ScanProgress) -> Void

  init(_ tell: @escaping @Sendable (ScanProgress) -> Void) { self.tell = tell }

  /// An input was found.
  func found() { change { $0.found += 1 } }
  /// Nothing more will be found.
  func complete() { change { $0.isComplete = true } }
  /// An input is done.
  func done() { change { $0.inputs += 1 } }
  /// A document was scanned.
  func scanned(bytes: Int, findings: Int) {
    change {
      $0.bytes += bytes
      $0.findings += findings
    }
  }

  private func change(_ body: (inout ScanProgress) -> Void) {
    monitor.lock()
    body(&progress)
    // Told under the lock, so that what is shown never goes back.
    tell(progress)
    monitor.unlock()
  }
}
