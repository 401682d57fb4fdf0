/// GitHub's `primaryLocationLineHash`: how code scanning recognises a line when the lines around it
/// have moved.
///
/// It is the hash that `github/codeql-action` computes when a SARIF file is uploaded: over the 100
/// UTF-16 units from the line's beginning that are neither a space nor a tab, with every line end
/// taken for a newline, 65535 for the end of the file and zeros after it. A file that brings another
/// value makes the upload warn about each result, so it is computed exactly.
public enum LineHash {
  /// The hashes of some lines of a file, as `hex:count`: the hash without leading zeros, and which
  /// occurrence of this hash it is among the lines from the file's beginning.
  ///
  /// A lone carriage return ends a line here, as it does for GitHub, although SARIF's default and
  /// git's lines do not: what counts is the hash that GitHub compares with a given line number.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; what is not UTF-8 is read as U+FFFD.
  ///   - lines: line numbers from 1, in any order, repeats allowed.
  /// - Returns: one hash for each of `lines`, in their order; `nil` for a line the file has not.
  /// - Complexity: one pass, which ends 100 units after the last wanted line.
  public static func hashes(of bytes: [UInt8], lines: [Int]) -> [String?] {
    guard let last = lines.max(), last >= 1 else { return lines.map { _ in nil } }
    let all = raw(bytes, through: last)
    // How often each of the wanted hashes occurred so far.
    var seen: [UInt64: Int] = [:]
    seen.reserveCapacity(min(lines.count, all.count))
    // Most lines are given up by six bits of their hashes.
    var low: UInt64 = 0
    for line in lines where all.indices.contains(line - 1) {
      seen[all[line - 1]] = 0
      low |= 1 &<< all[line - 1]
    }
    var counts = Array(repeating: 0, count: all.count)
    for (index, hash) in all.enumerated() where low &>> hash & 1 != 0 {
      guard let count = seen[hash] else { continue }
      seen[hash] = count + 1
      counts[index] = count + 1
    }
    return lines.map { line in
      all.indices.contains(line - 1) ? text(all[line - 1], counts[line - 1]) : nil
    }
  }

  /// `hex:count`.
  private static func text(_ hash: UInt64, _ count: Int) -> String {
    let digits = max(1, (67 - hash.leadingZeroBitCount) / 4)
    let number = String(count).utf8
    return unsafe String(unsafeUninitializedCapacity: digits + 1 + number.count) { text in
      for place in 0..<digits {
        let digit = UInt8(truncatingIfNeeded: hash &>> UInt64(4 * (digits - 1 - place)) & 15)
        unsafe text[place] = Hex.digit(digit)
      }
      unsafe text[digits] = UInt8(ascii: ":")
      for (place, digit) in number.enumerated() { unsafe text[digits + 1 + place] = digit }
      return digits + 1 + number.count
    }
  }

  /// The hashes of the lines from the first to `last`, or to the file's last one.
  private static func raw(_ bytes: [UInt8], through last: Int) -> [UInt64] {
    var roll = RollingLineHash()
    var at = 0
    while true {
      at = roll.read(ascii: bytes.span, from: at, lines: last)
      guard at < bytes.count, roll.hashes.count < last else { break }
      var decoder = Unicode.UTF8.ForwardParser()
      var rest = bytes[at...].makeIterator()
      switch decoder.parseScalar(from: &rest) {
      case .valid(let encoded):
        for unit in Unicode.UTF8.decode(encoded).utf16 { roll.read(unit) }
        at += encoded.count
      case .error(let length):
        roll.read(0xFFFD)
        at += length
      case .emptyInput: at = bytes.count
      }
    }
    if roll.hashes.count < last { roll.finish() }
    return Array(roll.hashes.prefix(last))
  }
}
