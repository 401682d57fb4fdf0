/// How often a byte stands in source text and logs, roughly: which grams of a keyword are best
/// looked for. A wrong guess costs speed, never a hit.
enum GramRarity {
  /// The expected rate of a gram, in an arbitrary unit.
  static func rate(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    weights[Int(a)] * weights[Int(b)] * weights[Int(c)]
  }

  private static let weights: [Int] = {
    var weights = [Int](repeating: 1, count: 256)
    for (weight, bytes) in [
      (40, " etaoinsr"), (25, "cdlpum"), (12, "fghbyv_\n"), (8, "wxk-./:,\"0123456789*()=;<>"),
      (3, "jqz"),
    ] {
      for byte in bytes.utf8 {
        weights[Int(byte)] = weight
        // A gram does not know the case.
        if UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte { weights[Int(byte ^ 0x20)] = weight }
      }
    }
    return weights
  }()
}
