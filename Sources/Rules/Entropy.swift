internal import Glibc

/// Shannon entropy: how evenly a value uses its bytes.
public enum Entropy {
  /// Bits a byte: 0 for a run of one byte, 8 at most, and never more than the binary logarithm of
  /// the length, so thresholds hold for values of like length only. Linear time.
  public static func bitsPerByte(_ bytes: some Collection<UInt8>) -> Double {
    // An array: a generic loop over another module's type costs a hundred instructions a byte.
    let bytes = Array(bytes)
    guard !bytes.isEmpty else { return 0 }
    var counts = InlineArray<256, Int32>(repeating: 0)
    for byte in bytes { counts[Int(byte)] += 1 }
    // With n bytes and counts c: log n - (sum of c log c) / n.
    var sum = 0.0
    for byte in bytes where counts[Int(byte)] > 0 {
      sum += weight(Int(counts[Int(byte)]))
      counts[Int(byte)] = 0
    }
    let total = Double(bytes.count)
    return max(0, log2(total) - sum / total)
  }

  /// c log c, which for small counts is known.
  private static func weight(_ count: Int) -> Double {
    count < weights.count ? weights[count] : Double(count) * log2(Double(count))
  }

  private static let weights = (0..<64).map { $0 < 2 ? 0 : Double($0) * log2(Double($0)) }
}
