internal import Glibc
internal import Scanning

/// One line on a terminal that says how far a scan has come: inputs, bytes, findings, time left.
///
/// `@unchecked Sendable`: the meter calls it from one thread at a time.
final class ProgressLine: @unchecked Sendable {
  private let start = ProgressLine.now
  private var shown = 0.0

  /// How long a scan takes before anything is shown, and how often that changes; in seconds.
  private static let patience = 1.0
  private static let pace = 0.2

  /// A line, if standard error is a terminal.
  static func onTerminal() -> ProgressLine? {
    isatty(STDERR_FILENO) == 1 && Terminal.environment("TERM") != "dumb" ? ProgressLine() : nil
  }

  private static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Shows a progress, unless the last one was shown just now.
  func show(_ progress: ScanProgress) {
    let now = Self.now
    guard now - start > Self.patience, now - shown > Self.pace else { return }
    shown = now
    let line = "\r\u{1B}[K" + Self.text(progress, elapsed: now - start)
    _ = Terminal.write(Array(line.utf8), to: STDERR_FILENO)
  }

  /// Takes the line away.
  func clear() {
    if shown > 0 { _ = Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }

  /// `1204 of 10000 inputs, 3.1 GB, 17 findings, 4 min left`.
  static func text(_ progress: ScanProgress, elapsed: Double) -> String {
    let total = progress.isComplete ? " of \(progress.found)" : ""
    var text = "\(progress.inputs)\(total) inputs, \(size(progress.bytes))"
    text += ", \(progress.findings) \(progress.findings == 1 ? "finding" : "findings")"
    if progress.isComplete, progress.inputs > 0, progress.inputs < progress.found {
      let left = elapsed * Double(progress.found - progress.inputs) / Double(progress.inputs)
      text += ", \(duration(left)) left"
    }
    return text
  }

  private static func size(_ bytes: Int) -> String {
    if bytes < 1_000_000_000 { return "\(bytes / 1_000_000) MB" }
    return "\(bytes / 1_000_000_000).\(bytes / 100_000_000 % 10) GB"
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 90 { return "\(Int(seconds)) s" }
    if seconds < 5_400 { return "\(Int(seconds / 60)) min" }
    return "\(Int(seconds / 3_600)) h \(Int(seconds / 60) % 60) min"
  }
}
