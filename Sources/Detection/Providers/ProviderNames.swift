internal import Rules

/// The words that rules of the detector `named` know their providers by.
///
/// They are looked up by a hash where something stands that may be a value, never searched for in
/// all of a text: what that costs does not depend on how many rules there are. Words that mean
/// other things too, such as `box`, are looked up in the names of secrets only.
struct ProviderNames: Sendable {
  /// A name, and the rules that know their provider by it.
  struct Entry: Sendable {
    var rules: [Int] = []
    var isCommon = true
  }

  private(set) var entries: [Entry] = []
  private var table: NameHashes

  init(_ rules: [Rule]) {
    table = NameHashes(
      capacity: rules.reduce(0) { count, rule in
        count + (rule.naming.map { $0.names.count + $0.commonNames.count } ?? 0)
      })
    for (index, rule) in rules.enumerated() {
      guard let naming = rule.naming else { continue }
      for name in naming.names {
        let entry = entry(of: name)
        add(index, to: entry)
        entries[entry].isCommon = false
      }
      for name in naming.commonNames { add(index, to: entry(of: name)) }
    }
  }

  /// The entry of a name, new or known.
  private mutating func entry(of name: String) -> Int {
    let entry = table.insert(name, entries.count)
    if entry == entries.count { entries.append(Entry()) }
    return entry
  }

  private mutating func add(_ rule: Int, to entry: Int) {
    if entries[entry].rules.last != rule { entries[entry].rules.append(rule) }
  }

  /// The first provider's word in a name such as `MY_BOX_TOKEN` or `clarifaiKey`, and where it
  /// stands: the longest of those that begin there. Time is linear in the name.
  func find(in bytes: [UInt8], _ name: Range<Int>) -> (entry: Int, range: Range<Int>)? {
    guard !entries.isEmpty else { return nil }
    for start in name where WordBoundary.begins(bytes, at: start, in: name) {
      var found: (entry: Int, range: Range<Int>)?
      table.forEach(in: bytes, from: start, to: name.upperBound, skipsAll: true) { entry, end in
        found = (entry, start..<end)
      }
      if let found { return found }
    }
    return nil
  }

  /// The next place of a part of a text where names begin that mean a provider alone, and those
  /// names, the longest first. They may end behind the part.
  func next(
    in bytes: [UInt8], from place: Int, to end: Int
  ) -> (start: Int, names: [(entry: Int, end: Int)])? {
    guard !entries.isEmpty else { return nil }
    var start = place
    var before = place > 0 ? bytes[place - 1] : 0x0A
    while start < end {
      let byte = bytes[start]
      // Most bytes go on with the word of the one before.
      if byte.isAlphanumeric,
        !before.isAlphanumeric || before.isLowercase && byte.isUppercase
          || start > 1 && bytes[start - 2] == UInt8(ascii: "\\"),
        table.mayBegin(in: bytes, at: start), WordBoundary.begins(bytes, at: start)
      {
        let names = names(in: bytes, at: start)
        if !names.isEmpty { return (start, names) }
      }
      before = byte
      start += 1
    }
    return nil
  }

  /// The names that begin at a place and mean a provider alone, the longest first.
  private func names(in bytes: [UInt8], at start: Int) -> [(entry: Int, end: Int)] {
    var names: [(entry: Int, end: Int)] = []
    table.forEach(in: bytes, from: start, to: bytes.count, skipsAll: false) { entry, end in
      if !entries[entry].isCommon { names.insert((entry, end), at: 0) }
    }
    return names
  }

  /// The rule of the provider whose word stands in a name. A word that means other things too must
  /// come first, with nothing but a secret's words behind it.
  func issuer(in bytes: [UInt8], _ name: Range<Int>) -> Int? {
    guard let found = find(in: bytes, name),
      !entries[found.entry].isCommon || IssuerName.leads(found.range, in: name, of: bytes),
      !SecretWord.nameSomethingElse(bytes[name])
    else { return nil }
    return entries[found.entry].rules.first
  }
}
