/// How often a byte stands in source text and logs, roughly: which grams of a keyword are best
/// looked for. A wrong guess costs speed, never a hit.
enum GramRarity {
  /// The expected rate of the gram that begins at an offset, in an arbitrary unit; bytes behind the end
  /// may be anything.
  static func rate(_ bytes: [UInt8], at start: Int) -> Int {
    var rate = 1
    for i in start..<start + Gram.length {
      rate *= i < bytes.count ? weights[Int(bytes[i])] : any
    }
    return rate
  }

  /// The rate of a byte that may be anything.
  private static let any = 500

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
