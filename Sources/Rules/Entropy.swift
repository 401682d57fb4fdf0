internal import Glibc

/// Shannon entropy: how evenly a value uses its bytes.
public enum Entropy {
  /// Bits a byte: 0 for a run of one byte, 8 at most, and never more than the binary logarithm of
  /// the length, so thresholds hold for values of like length only. Linear time.
  public static func bitsPerByte(_ bytes: some Collection<UInt8>) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    return counts.reduce(0) { sum, count in
      guard count > 0 else { return sum }
      let share = Double(count) / total
      return sum - share * log2(share)
    }
  }
}
