import Foundation

/// Numbers for people: three digits at least, and the unit.
enum Quantity {
  static func time(_ seconds: Double) -> String {
    seconds < 1 ? "\(number(seconds * 1000)) ms" : "\(number(seconds)) s"
  }

  /// `1.23 s (1.20–1.41)`, the ends in the unit of the middle.
  static func time(_ summary: Summary) -> String {
    let scale = summary.median < 1 ? 1000.0 : 1
    return
      "\(time(summary.median)) (\(number(summary.least * scale))–\(number(summary.most * scale)))"
  }

  /// `2.41 (2.20–2.66)`.
  static func ratio(_ summary: Summary) -> String {
    "\(number(summary.median)) (\(number(summary.least))–\(number(summary.most)))"
  }

  /// In units of 1,000,000 bytes.
  static func megabytes(_ bytes: Int) -> String { "\(number(Double(bytes) / 1e6)) MB" }

  static func number(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
  }
}
