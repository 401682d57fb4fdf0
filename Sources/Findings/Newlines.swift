/// Counts line feeds.
public enum Newlines {
  /// How many line feeds stand in a range of some bytes. O(n), 32 bytes at a time.
  public static func count(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range in bytes")
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      let newline = SIMD32<UInt8>(repeating: 0x0A)
      let one = SIMD32<UInt8>(repeating: 1)
      var count = 0
      var at = range.lowerBound
      // A lane counts up to 255, so the lanes are summed often enough.
      while range.upperBound - at >= 32 {
        var lanes = SIMD32<UInt8>(repeating: 0)
        let steps = min(255, (range.upperBound - at) / 32)
        for _ in 0..<steps {
          let block = unsafe base.loadUnaligned(fromByteOffset: at, as: SIMD32<UInt8>.self)
          lanes = lanes &+ SIMD32(repeating: 0).replacing(with: one, where: block .== newline)
          at += 32
        }
        for lane in lanes.indices { count += Int(lanes[lane]) }
      }
      while at < range.upperBound {
        count += unsafe base.load(fromByteOffset: at, as: UInt8.self) == 0x0A ? 1 : 0
        at += 1
      }
      return count
    }
  }
}
