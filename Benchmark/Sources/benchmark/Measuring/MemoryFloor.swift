import Foundation

/// The benchmark's own largest resident size. A child's begins with that of its parent (Linux,
/// `exec_mmap`), so that nothing below it can be told.
enum MemoryFloor {
  /// In bytes; 0 where it cannot be read. `getrusage` would not do: it remembers the program that
  /// this process was before, such as `swift run`.
  static var bytes: Int {
    let facts = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return read(facts)
  }

  /// Reads `VmHWM:     1234 kB`.
  static func read(_ status: String) -> Int {
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0)
      * 1024
  }
}
