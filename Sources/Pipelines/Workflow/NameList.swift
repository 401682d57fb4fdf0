/// Names in the order in which they were met, each once, and no more of them than a reason can tell: so
/// that a file full of names costs no more than its length.
struct NameList {
  private(set) var all: [String] = []

  /// How many names a reason tells. One more shows that there are others.
  static let most = 16

  /// Adds a name behind the others.
  mutating func add(_ name: String) {
    guard all.count <= Self.most, !all.contains(name) else { return }
    all.append(name)
  }

  /// Puts names before the others; the last ones give way.
  mutating func prepend(_ names: [String]) {
    guard !names.isEmpty else { return }
    var list = NameList()
    for name in names { list.add(name) }
    for name in all { list.add(name) }
    self = list
  }
}

extension Collection<String> {
  /// Words joined for people: `a, b and c`; of many, the first ones.
  var listed: String {
    guard count > 1 else { return first ?? "" }
    if count > NameList.most {
      return prefix(NameList.most).joined(separator: ", ") + " and others"
    }
    return dropLast().joined(separator: ", ") + " and " + Array(self)[count - 1]
  }
}
