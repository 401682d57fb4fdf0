/// The strings of HCL.
///
/// Source: github.com/hashicorp/hcl, "HCL Native Syntax Specification", "Template Expressions".
enum HCLStrings {
  /// Behind the string that begins at an offset; `nil` if its line ends first. Quotes and braces within
  /// `${…}` are the expression's own, and strings in it may hold templates again.
  static func end(in file: [UInt8], at start: Int) -> Int? {
    // The braces that are open in each expression around, the innermost last. Between strings and
    // expressions nothing else is possible, so that no more has to be kept.
    var open: [Int] = []
    var isText = true
    var at = start + 1
    while at < file.count, file[at] != .newline {
      switch file[at] {
      case .backslash where isText:
        if at + 1 < file.count, file[at + 1] != .newline { at += 1 }
      case .doubleQuote where isText:
        if open.isEmpty { return at + 1 }
        isText = false
      case .doubleQuote:
        isText = true
      case .openBrace where isText:
        if opensTemplate(file, at) {
          open.append(0)
          isText = false
        }
      case .openBrace:
        open[open.count - 1] += 1
      case .closeBrace where !isText:
        if open[open.count - 1] > 0 {
          open[open.count - 1] -= 1
        } else {
          open.removeLast()
          isText = true
        }
      default: break
      }
      at += 1
    }
    return nil
  }

  /// Whether the brace at an offset is that of `${` or `%{`; `$${` is text.
  private static func opensTemplate(_ file: [UInt8], _ brace: Int) -> Bool {
    guard brace > 0 else { return false }
    let sign = file[brace - 1]
    return (sign == .dollar || sign == UInt8(ascii: "%"))
      && !(brace > 1 && file[brace - 2] == sign)
  }

  /// The templates of a string's body, in order; `nil` if one has no end.
  static func templates(in file: [UInt8], _ body: Range<Int>) -> [ReferenceSpan]? {
    var spans: [ReferenceSpan] = []
    var at = body.lowerBound
    while at < body.upperBound {
      if file[at] == .backslash {
        at += 2
      } else if file[at] == .openBrace, at > body.lowerBound, opensTemplate(file, at) {
        guard let end = templateEnd(in: file, from: at + 1, body.upperBound) else { return nil }
        spans.append(ReferenceSpan(range: at - 1..<end, literal: nil))
        at = end
      } else {
        at += 1
      }
    }
    return spans
  }

  /// Behind the brace that ends the expression that begins at an offset.
  private static func templateEnd(in file: [UInt8], from start: Int, _ limit: Int) -> Int? {
    var depth = 0
    var at = start
    while at < limit {
      switch file[at] {
      case .openBrace: depth += 1
      case .closeBrace:
        if depth == 0 { return at + 1 }
        depth -= 1
      case .doubleQuote:
        guard let end = end(in: file, at: at), end <= limit else { return nil }
        at = end
        continue
      default: break
      }
      at += 1
    }
    return nil
  }

  /// An attribute with the value that it has without evaluation.
  static func attribute(_ name: String, _ range: Range<Int>, in file: [UInt8]) -> HCLAttribute {
    let isString = file[range.lowerBound] == .doubleQuote
    var plain: String?
    if isString {
      let body = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
      let isOne = end(in: file, at: range.lowerBound) == range.upperBound
      let isFixed = !file[body].contains(.dollar) && !file[body].contains(.backslash)
      if isOne, isFixed { plain = String(decoding: file[body], as: UTF8.self) }
    } else if range.count < 64, file[range].allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") }) {
      plain = String(decoding: file[range], as: UTF8.self)
    }
    return HCLAttribute(name: name, range: range, plain: plain, isString: isString)
  }
}
