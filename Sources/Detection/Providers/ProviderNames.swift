internal import Patterns
internal import Rules

/// The words that rules of the detector `named` know their providers by.
///
/// They are looked up by a hash where something stands that may be a value, never searched for in
/// all of a text: what that costs does not depend on how many rules there are. Words that mean
/// other things too, such as `box`, are looked up in the names of secrets only.
///
/// A class, since it is asked at each opaque stretch of a text: a reference is copied for less than
/// its tables.
final class ProviderNames: Sendable {
  /// A name.
  struct Entry: Sendable {
    /// Where in the list of all names' rules those stand that know their provider by it.
    var place = 0..<0
    /// Whether it means other things, too.
    var isCommon = true
    /// Whether it is an abbreviation, which counts at the beginning of a variable's name only, and
    /// for a value of a right shape.
    var isShort = true

    init() {}

    /// An entry of a table.
    @inline(__always)
    init(_ word: UInt64) {
      let start = Int(word & 0xff_ffff)
      place = start..<start + Int(word >> 24 & 0xff_ffff)
      isCommon = word >> 62 & 1 != 0
      isShort = word >> 63 != 0
    }

    var word: UInt64 {
      UInt64(place.lowerBound) | UInt64(place.count) << 24 | (isCommon ? 1 << 62 : 0)
        | (isShort ? 1 << 63 : 0)
    }
  }

  /// The names' entries, each a word.
  private let words: [UInt64]
  /// The rules of all names, by their indices: those of one name beside each other.
  private let rules: [Int32]
  private let table: NameHashes

  /// The names that some rules know their providers by. Time is linear in their letters.
  init(_ rules: [Rule]) {
    let count = rules.reduce(0) { count, rule in
      count
        + (rule.naming.map {
          $0.names.count + $0.commonNames.count + $0.abbreviations.count
        } ?? 0)
    }
    var table = NameHashes(capacity: count)
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    var known: [(entry: Int, rule: Int)] = []
    known.reserveCapacity(count)
    for (index, rule) in rules.enumerated() {
      guard let naming = rule.naming else { continue }
      for name in naming.names {
        let entry = Self.entry(of: name, in: &table, &entries)
        known.append((entry, index))
        entries[entry].isCommon = false
        entries[entry].isShort = false
      }
      for name in naming.commonNames {
        let entry = Self.entry(of: name, in: &table, &entries)
        known.append((entry, index))
        entries[entry].isShort = false
      }
      for name in naming.abbreviations {
        known.append((Self.entry(of: name, in: &table, &entries), index))
      }
    }
    self.rules = Self.gather(known, into: &entries)
    self.table = table
    words = entries.map(\.word)
  }

  /// The names whose tables a build has made.
  init(_ tables: inout PreparedTables.Reader) {
    words = tables.words()
    rules = tables.numbers()
    table = NameHashes(&tables)
  }

  /// Adds the names' tables to those of a build.
  func add(to tables: inout PreparedTables) {
    tables.add(words)
    tables.add(rules)
    table.add(to: &tables)
  }

  /// The entry with a number.
  @inline(__always)
  subscript(entry: Int) -> Entry { Entry(words[entry]) }

  /// The entry of a name, new or known.
  private static func entry(
    of name: String, in table: inout NameHashes, _ entries: inout [Entry]
  ) -> Int {
    let entry = table.insert(name, entries.count)
    if entry == entries.count { entries.append(Entry()) }
    return entry
  }

  /// Puts the rules of each name beside each other, in their order: one list for all, since hundreds
  /// of small ones would cost more than the rest of the start.
  private static func gather(
    _ known: [(entry: Int, rule: Int)], into entries: inout [Entry]
  ) -> [Int32] {
    for (entry, _) in known {
      entries[entry].place = 0..<entries[entry].place.upperBound + 1
    }
    var end = 0
    for index in entries.indices {
      let count = entries[index].place.count
      entries[index].place = end..<end
      end += count
    }
    var rules = [Int32](repeating: 0, count: end)
    for (entry, rule) in known {
      let range = entries[entry].place
      // A rule may know its provider by two spellings of one name.
      if let last = range.last, rules[last] == rule { continue }
      rules[range.upperBound] = Int32(rule)
      entries[entry].place = range.lowerBound..<range.upperBound + 1
    }
    return rules
  }

  /// The rules that know their provider by a name.
  func rules(of entry: Int) -> some Collection<Int> {
    rules[self[entry].place].lazy.map { Int($0) }
  }

  /// The first provider's word in a name such as `MY_BOX_TOKEN` or `clarifaiKey`, and where it
  /// stands: the longest of those that begin there. Abbreviations are none. Time is linear in the
  /// name.
  func find(in bytes: [UInt8], _ name: Range<Int>) -> (entry: Int, range: Range<Int>)? {
    first(in: bytes, name) { entry, range in self[entry].isShort ? nil : (entry, range) }
  }

  /// The first answer that `body` has for the providers' words in a name, in their order: of those
  /// that begin at one place, the longest. Time is linear in the name.
  func first<Found>(
    in bytes: [UInt8], _ name: Range<Int>, _ body: (_ entry: Int, _ word: Range<Int>) -> Found?
  ) -> Found? {
    guard !words.isEmpty else { return nil }
    var start = name.lowerBound
    while start < name.upperBound {
      var found: (entry: Int, range: Range<Int>)?
      if WordBoundary.begins(bytes, at: start, in: name) {
        table.forEach(in: bytes, from: start, to: name.upperBound, skipsAll: true) { entry, end in
          found = (entry, start..<end)
        }
      }
      guard let found else {
        start += 1
        continue
      }
      if let answer = body(found.entry, found.range) { return answer }
      start = found.range.upperBound
    }
    return nil
  }

  /// The rule that a value fits by a provider's word in a name, and whether there is any word.
  ///
  /// - Parameter fits: the rule of a word's entry that a value has a shape of.
  func rule(
    in bytes: [UInt8], _ name: Range<Int>, fitting fits: (_ entry: Int, _ word: Range<Int>) -> Int?
  ) -> (rule: Int?, isNamed: Bool) {
    var isNamed = false
    let rule = first(in: bytes, name) { entry, word -> Int? in
      if !self[entry].isShort {
        isNamed = true
      } else if !IssuerName.abbreviates(word, in: name, of: bytes) {
        return nil
      }
      return fits(entry, word)
    }
    return (rule, isNamed)
  }

  /// The next place of a part of a text where names begin that mean a provider alone, and those
  /// names, the longest first. They may end behind the part.
  func next(
    in bytes: [UInt8], from place: Int, to end: Int
  ) -> (start: Int, names: [(entry: Int, end: Int)])? {
    guard !words.isEmpty else { return nil }
    var place = place
    // What is done in the closure may copy nothing: it is done at each word of a line.
    while place < end,
      let start = WordStarts.first(
        in: bytes, place..<end,
        where: { table.mayBegin(in: bytes, at: $0) && WordBoundary.begins(bytes, at: $0) })
    {
      let names = names(in: bytes, at: start)
      if !names.isEmpty { return (start, names) }
      place = start + 1
    }
    return nil
  }

  /// The next place of a part of a text where one of the names begins that ``find(in:_:)`` finds, those
  /// that mean other things too only where they stand apart. None is missed, but for those with more
  /// than ``longestGap`` bytes in them, and those with a gap within their first letters.
  func nextWord(in bytes: [UInt8], from place: Int, to end: Int) -> Int? {
    WordStarts.first(in: bytes, place..<end) { start in
      guard table.mayBeginAny(in: bytes, at: start), WordBoundary.begins(bytes, at: start) else {
        return false
      }
      var isName = false
      let reach = min(bytes.count, start + Self.longestGap)
      table.forEach(in: bytes, from: start, to: reach, skipsAll: true) { entry, end in
        isName =
          isName
          || !self[entry].isShort
            && (!self[entry].isCommon || WordBoundary.standsApart(bytes, start..<end))
      }
      return isName
    }
  }

  /// How far the letters of a name may stand apart.
  private static let longestGap = 128

  /// The names that begin at a place and mean a provider alone, the longest first.
  private func names(in bytes: [UInt8], at start: Int) -> [(entry: Int, end: Int)] {
    var names: [(entry: Int, end: Int)] = []
    table.forEach(in: bytes, from: start, to: bytes.count, skipsAll: false) { entry, end in
      if !self[entry].isCommon { names.insert((entry, end), at: 0) }
    }
    return names
  }

  /// The rule of the provider whose word stands in a name. A word that means other things too must
  /// come first, with nothing but a secret's words behind it, or last, with those alone before it.
  func issuer(in bytes: [UInt8], _ name: Range<Int>) -> Int? {
    guard let found = find(in: bytes, name),
      !self[found.entry].isCommon || IssuerName.leads(found.range, in: name, of: bytes)
        || IssuerName.trails(found.range, in: name, of: bytes),
      !SecretWord.nameSomethingElse(bytes[name])
    else { return nil }
    return rules(of: found.entry).first
  }
}
