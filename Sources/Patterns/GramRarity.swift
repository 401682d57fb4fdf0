/// How often bytes stand in source text and logs, roughly: which grams of a keyword are best looked
/// for. A wrong guess costs speed, never a hit.
struct GramRarity: Sendable {
  static let shared = GramRarity()

  /// The words of ``common`` that hold three or four bytes, by the bytes without their case.
  private let held: [Gram: Int]
  private let weights: [Int]

  /// Counts the grams of the words: once for each process that makes a table.
  private init() {
    var held: [Gram: Int] = [:]
    for word in Self.common.split(whereSeparator: \.isWhitespace) {
      let bytes = Array(word.utf8)
      for length in Gram.length - 1...Gram.length where bytes.count >= length {
        for start in 0...bytes.count - length {
          held[Self.gram(bytes[start..<start + length]), default: 0] += 1
        }
      }
    }
    self.held = held
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
    self.weights = weights
  }

  /// The expected rate of the gram that begins at an offset, from -1 on, in an arbitrary unit: first by
  /// the words that hold it, then by its bytes. Bytes outside may be anything.
  func rate(_ bytes: [UInt8], at start: Int) -> Int {
    let known = bytes[max(0, start)..<min(start + Gram.length, bytes.count)]
    var rate = known.count < Gram.length ? Self.any : 1
    for byte in known { rate *= weights[Int(byte)] }
    return rate + held[Self.gram(known), default: 0] << 32
  }

  private static func gram(_ bytes: ArraySlice<UInt8>) -> Gram {
    var word: UInt32 = 0
    for (index, byte) in bytes.enumerated() { word |= UInt32(byte) << UInt32(8 * index) }
    return Gram(loaded: word)
  }

  /// The rate of a byte that may be anything.
  private static let any = 500

  /// What source text, configuration and logs are full of.
  private static let common = """
    the this that with from have will which when then than there their they these are for not and
    but all any can has was were been
    return value values content contents string strings assert request requests response path paths
    class classes module modules import include includes function require required requires default
    defaults name names named type types test tests testing expect expected error errors message
    messages file files filename data list number object objects public private protected static
    const constant config configuration version option options table column update updated create
    created delete insert select where node server client status result results build install
    package packages license copyright software permission using used user users method methods
    parameter parameters argument arguments attribute attributes property description example
    examples documentation warning info debug action actions active record model models controller
    view template connection database query resource resources provider instance interface
    implementation source sources target output input variable variables context component
    components service services process system support element elements event events handler
    callback instead between before after first last each other same only should must could would
    without within about into over
    null true false none self void else elif elsif begin rescue ensure unless while break continue
    switch case throw throws catch finally raise except lambda yield async await struct enum func
    print println printf format sprintf length count size index start stop state change changed
    check current parent child children key keys text html http https www com org net java
    javascript python ruby json yaml xml
    """
}
