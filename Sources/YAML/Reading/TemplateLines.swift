extension ReadableText {
  /// The start of the line around `offset` if it is nothing but a directive of a template language:
  /// `{{- if … }}` (Go, Helm) or `{% … %}` (Jinja).
  func templateLine(around offset: Int) -> Int? {
    var start = min(offset, text.count)
    while start > 0, text[start - 1] != Ascii.lineFeed { start -= 1 }
    return directive(onLineAt: start).isTemplate ? start : nil
  }

  /// Turns the template lines from the line at `start` on into comments, whereby most templates
  /// become the YAML that they were written to look like.
  mutating func commentOutTemplates(from start: Int) {
    var line = start
    while line < text.count {
      let found = directive(onLineAt: line)
      if found.isTemplate { mend(found.first, with: Ascii.hash) }
      line = found.nextLine
    }
  }

  private func directive(
    onLineAt start: Int
  ) -> (isTemplate: Bool, first: Int, nextLine: Int) {
    let end = text[start...].firstIndex(of: Ascii.lineFeed) ?? text.count
    var first = start
    while first < end, text[first].isBlank { first += 1 }
    var last = end
    while last > first, text[last - 1].isBlankOrBreak { last -= 1 }
    guard last - first >= 4, text[first] == Ascii.openBrace, text[last - 1] == Ascii.closeBrace
    else { return (false, first, end + 1) }
    let isGo = text[first + 1] == Ascii.openBrace && text[last - 2] == Ascii.closeBrace
    let isJinja = text[first + 1] == Ascii.percent && text[last - 2] == Ascii.percent
    return (isGo || isJinja, first, end + 1)
  }
}
