internal import Patterns
internal import Rules

/// The words that rules of the detector `named` know their providers by.
///
/// Names of one meaning are keywords of the one pass over the text. Common ones, such as `box`, are
/// looked up in the names of secrets only, by a hash: what that costs does not depend on how many
/// rules there are.
struct ProviderNames: Sendable {
  /// A name, and the rules that know their provider by it.
  struct Entry: Sendable {
    var rules: [Int] = []
    var isCommon = true
  }

  /// A name that was met in a text.
  struct Hit: Sendable, Hashable {
    let entry: Int
    let length: Int
  }

  private(set) var entries: [Entry] = []
  /// The names that are looked for in every text, in all their spellings.
  private(set) var keywords: [Keyword] = []
  private var keywordEntries: [Int] = []
  private var byHash: [UInt64: Int] = [:]
  /// A bit for each hash: most words are no provider's.
  private var bits = [UInt64](repeating: 0, count: 64)

  private static let longest = 24
  private static let joints = ["", "_", "-", ".", " "]

  init(_ rules: [Rule]) {
    var spelled: Set<String> = []
    for (index, rule) in rules.enumerated() {
      guard let naming = rule.naming else { continue }
      for name in naming.names {
        let entry = entry(of: name)
        add(index, to: entry)
        entries[entry].isCommon = false
        addKeywords(name, entry, &spelled)
      }
      for name in naming.commonNames { add(index, to: entry(of: name)) }
    }
  }

  /// The entry of a name, new or known.
  private mutating func entry(of name: String) -> Int {
    let hash = name.utf8.reduce(into: Self.seed) { hash, byte in
      if byte != UInt8(ascii: " ") { Self.add(byte, to: &hash) }
    }
    if let known = byHash[hash] { return known }
    entries.append(Entry())
    byHash[hash] = entries.count - 1
    bits[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    return entries.count - 1
  }

  private mutating func add(_ rule: Int, to entry: Int) {
    if entries[entry].rules.last != rule { entries[entry].rules.append(rule) }
  }

  /// Adds the spellings of a name that no other name has.
  private mutating func addKeywords(_ name: String, _ entry: Int, _ spelled: inout Set<String>) {
    let words = name.split(separator: " ")
    for joint in words.count > 1 ? Self.joints : [""] {
      let spelling = words.joined(separator: joint)
      guard spelled.insert(spelling).inserted,
        let word = Keyword(spelling.utf8, ignoringCase: true)
      else { continue }
      keywords.append(word)
      keywordEntries.append(entry)
    }
  }

  /// What a keyword is a name of.
  func hit(ofKeyword index: Int) -> Hit {
    Hit(entry: keywordEntries[index], length: keywords[index].bytes.count)
  }

  /// The first provider's word in a name such as `MY_BOX_TOKEN` or `clarifaiKey`, and where it
  /// stands: the longest of those that begin there. Time is linear in the name.
  func find(in bytes: [UInt8], _ name: Range<Int>) -> (entry: Int, range: Range<Int>)? {
    guard !entries.isEmpty else { return nil }
    for start in name where WordBoundary.begins(bytes, at: start, in: name) {
      var hash = Self.seed
      var length = 0
      var found: (entry: Int, range: Range<Int>)?
      var place = start
      while place < name.upperBound, length < Self.longest {
        let byte = bytes[place]
        place += 1
        guard byte.isAlphanumeric else { continue }
        Self.add(byte.lowercased, to: &hash)
        length += 1
        if bits[Int(hash >> 6 & 63)] >> (hash & 63) & 1 != 0, let entry = byHash[hash],
          WordBoundary.ends(bytes, at: place)
        {
          found = (entry, start..<place)
        }
      }
      if let found { return found }
    }
    return nil
  }

  /// The rule of the provider whose word stands in a name, unless the word means other things too.
  func issuer(in bytes: [UInt8], _ name: Range<Int>) -> Int? {
    guard let found = find(in: bytes, name), !entries[found.entry].isCommon,
      !SecretWord.nameSomethingElse(bytes[name])
    else { return nil }
    return entries[found.entry].rules.first
  }

  /// FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
