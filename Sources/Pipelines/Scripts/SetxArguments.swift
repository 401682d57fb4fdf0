/// The arguments of `setx [/s system [/u user [/p password]]] NAME VALUE [/m]`.
///
/// Source: learn.microsoft.com, "setx".
enum SetxArguments {
  /// The name and the value among a command's words; `nil` if there are not both.
  static func of(
    _ words: [Range<Int>], _ script: [UInt8]
  ) -> (name: Range<Int>, value: Range<Int>)? {
    var plain: [Range<Int>] = []
    var isOperand = false
    for word in words.dropFirst() where plain.count < 2 {
      if isOperand {
        isOperand = false
      } else if word.count == 2, script[word.lowerBound] == UInt8(ascii: "/") {
        isOperand = "sup".utf8.contains(script[word.lowerBound + 1] | 0x20)
      } else {
        plain.append(word)
      }
    }
    return plain.count == 2 ? (plain[0], plain[1]) : nil
  }
}
