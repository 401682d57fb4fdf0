/// Finds which of some texts a value begins with: those with its first byte are compared, however many
/// others there are.
struct PrefixFinder: Sendable {
  private let texts: [[UInt8]]
  /// The texts' numbers, those with one first byte beside each other, in their order.
  private let numbers: [Int]
  /// For each byte, where in `numbers` the texts stand that begin with it.
  private let beginnings: [Range<Int>]
  /// Whether ASCII letters match in both cases.
  private let ignoresCase: Bool

  /// A finder.
  ///
  /// - Parameter texts: none of them empty; in lower case if case is ignored.
  init(_ texts: [StaticString], ignoringCase: Bool = false) {
    let texts = texts.map { text in text.withUTF8Buffer { unsafe Array($0) } }
    let numbers = texts.indices.sorted { (texts[$0][0], $0) < (texts[$1][0], $1) }
    var beginnings = Array(repeating: 0..<0, count: 256)
    for (place, number) in numbers.enumerated() {
      let byte = texts[number][0]
      let start = beginnings[Int(byte)].isEmpty ? place : beginnings[Int(byte)].lowerBound
      beginnings[Int(byte)] = start..<place + 1
      if ignoringCase, byte.isLowercase { beginnings[Int(byte ^ 0x20)] = start..<place + 1 }
    }
    self.texts = texts
    self.numbers = numbers
    self.beginnings = beginnings
    ignoresCase = ignoringCase
  }

  /// The number of the first text that stands at a place of some bytes, in front of a bound, and that
  /// passes a test of its length.
  func first(
    in value: [UInt8], at start: Int = 0, to end: Int? = nil,
    where passes: (_ length: Int) -> Bool = { _ in true }
  ) -> Int? {
    let end = end ?? value.count
    guard start < end else { return nil }
    for place in beginnings[Int(value[start])] {
      let number = numbers[place]
      if stands(texts[number], in: value, at: start, end), passes(texts[number].count) {
        return number
      }
    }
    return nil
  }

  /// Whether a value begins with one of the texts.
  func isAny(in value: [UInt8]) -> Bool { first(in: value) != nil }

  /// The length of a text.
  func length(of number: Int) -> Int { texts[number].count }

  private func stands(_ text: [UInt8], in value: [UInt8], at start: Int, _ end: Int) -> Bool {
    guard end - start >= text.count else { return false }
    for index in text.indices.dropFirst() {
      let byte = ignoresCase ? value[start + index].lowercased : value[start + index]
      if byte != text[index] { return false }
    }
    return true
  }
}
