/// What makes a part of a template's text.
struct Generator: Sendable {
  /// The name in templates.
  let name: String
  /// Makes the text from what stands behind the colon, and random numbers.
  let make: @Sendable (String, inout SplitMix) throws(TemplateError) -> [UInt8]

  /// A count of characters, 1 to 16,384.
  static func count(_ argument: some StringProtocol) throws(TemplateError) -> Int {
    guard let count = Int(argument), (1...16_384).contains(count) else {
      throw TemplateError("expected a count of characters")
    }
    return count
  }

  /// Arguments of the form `a=1,b=2`, in order.
  static func pairs(_ argument: String) throws(TemplateError) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for pair in argument.split(separator: ",") {
      guard let equals = pair.firstIndex(of: "="), equals > pair.startIndex else {
        throw TemplateError("expected name=value")
      }
      pairs.append((String(pair[..<equals]), String(pair[pair.index(after: equals)...])))
    }
    return pairs
  }
}
