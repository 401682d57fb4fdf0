/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, on every machine and
/// with every version of the standard library.
struct SeededGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not, `bound`, which is above 0.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// `count` letters of an alphabet.
  mutating func text(_ count: Int, of alphabet: Alphabet) -> String {
    String(decoding: (0..<count).map { _ in pick(alphabet.letters) }, as: UTF8.self)
  }
}
