internal import Findings

/// The text of a baseline: a few lines that say how it was made, then one line an entry. It holds no
/// date, no line number and no value; it is sorted by path, and one that git merged by union is read
/// as well. Its words are chosen so that nothing in it looks like a secret: a fingerprint behind the
/// name of a rule would, or a salt behind its name.
public enum BaselineFile {
  /// What is wrong with a file, and where.
  public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// As the caller named it.
    public let file: String
    /// From 1.
    public let line: Int
    /// In lower case, without a full stop.
    public let message: String

    /// `file:line:1: error: message`.
    public var description: String { "\(file):\(line):1: error: \(message)" }
  }

  private static let title = "leakage-baseline 1"

  /// The file.
  public static func text(of baseline: Baseline) -> [UInt8] {
    var text = """
      # Findings that leakage knew when this was written: fingerprint of the value, rule, path.
      # `leakage baseline update` adds to it. Let git merge it: *.leakage-baseline merge=union
      \(title)

      """
    switch baseline.scheme {
    case .key(let name): text += "keyed by \(name)\n"
    case .salt(let salt, let iterations): text += "stretched \(iterations) \(Hex.text(salt))\n"
    }
    for entry in baseline.entries {
      text += "\(entry.fingerprint) \(entry.rule) \(entry.path.uri)\n"
    }
    return Array(text.utf8)
  }

  /// Reads a file.
  ///
  /// - Throws: for the first line that cannot be read.
  public static func read(_ bytes: [UInt8], file: String) throws(Problem) -> Baseline {
    var hasTitle = false
    var scheme: Baseline.Scheme?
    var entries: [Baseline.Entry] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      func problem(_ message: String) -> Problem {
        Problem(file: file, line: index + 1, message: message)
      }
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.isEmpty || text.hasPrefix("#") { continue }
      let words = text.split(separator: " ").map(String.init)
      guard hasTitle else {
        guard text == title else { throw problem("expected: \(title)") }
        hasTitle = true
        continue
      }
      if text == title { continue }
      if words.first == "keyed" || words.first == "stretched" {
        guard let read = self.scheme(words) else {
          throw problem("expected: keyed by NAME, or stretched ITERATIONS SALT")
        }
        if let scheme, scheme != read {
          throw problem("two keys or salts; write the baseline anew")
        }
        scheme = read
        continue
      }
      guard scheme != nil else { throw problem("expected a line with a key or a salt") }
      guard let entry = entry(words) else { throw problem("expected: FINGERPRINT RULE PATH") }
      entries.append(entry)
    }
    guard let scheme else {
      throw Problem(
        file: file, line: lines.count,
        message: hasTitle ? "expected a line with a key or a salt" : "expected: \(title)")
    }
    return Baseline(name: file, scheme: scheme, entries: entries)
  }

  private static func scheme(_ words: [String]) -> Baseline.Scheme? {
    if words[0] == "keyed" {
      guard words.count == 3, words[1] == "by", isHex(words[2], 16) else { return nil }
      return .key(name: words[2])
    }
    // A count beyond the usual would only stop the scan.
    guard words.count == 3, isHex(words[2], 32), let salt = bytes(ofHex: words[2]),
      let iterations = Int(words[1]), (1_000...1_000_000).contains(iterations)
    else { return nil }
    return .salt(salt, iterations: iterations)
  }

  private static func entry(_ words: [String]) -> Baseline.Entry? {
    guard words.count == 3, isHex(words[0], 32), let path = path(ofURI: words[2]),
      words[1].utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A) ~= $0 })
    else { return nil }
    return Baseline.Entry(path: path, rule: words[1], fingerprint: words[0])
  }

  private static func isHex(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func bytes(ofHex text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { Hex.value(of: $0) }
    guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static func path(ofURI text: String) -> Path? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap({ Hex.value(of: $0) }),
        let low = rest.popFirst().flatMap({ Hex.value(of: $0) })
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return Path(bytes: bytes)
  }
}
