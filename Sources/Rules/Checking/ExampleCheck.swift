/// Each example matches exactly the bytes between its marks; no counterexample matches, unless
/// checksum or entropy strikes the match out.
enum ExampleCheck {
  static func messages(
    _ rule: Rule, _ seeds: Range<UInt64>, _ search: inout RuleSearch
  ) -> [String] {
    var messages: [String] = []
    var seenInMatches: Set<Int> = []
    for (index, example) in rule.examples.enumerated() {
      let name = "example \(index + 1)"
      for seed in seeds {
        guard let text = try? example.render(seed: seed) else { continue }
        let found = search.search(rule, in: text.bytes)
        seenInMatches.formUnion(found.keywordsInMatches)
        if text.secrets.isEmpty {
          messages.append("\(name) marks no secret")
        } else if Set(found.matches.map(\.secret)) != Set(text.secrets) {
          messages.append("\(name) does not match exactly its marked bytes (seed \(seed))")
        } else if text.secrets.contains(where: { isStruck(text.bytes[$0], rule) }) {
          messages.append("\(name) is struck out by checksum or entropy (seed \(seed))")
        } else {
          continue
        }
        break
      }
    }
    for (index, counterexample) in rule.counterexamples.enumerated() {
      for seed in seeds {
        guard let text = try? counterexample.render(seed: seed) else { continue }
        let found = search.search(rule, in: text.bytes)
        if found.matches.contains(where: { !isStruck(text.bytes[$0.secret], rule) }) {
          messages.append("counterexample \(index + 1) matches (seed \(seed))")
          break
        }
      }
    }
    // A keyword that no example shows in a match may be a slip that costs recall.
    for (index, keyword) in rule.keywords.enumerated()
    where keyword.anchor == .match && !seenInMatches.contains(index) {
      messages.append("the keyword \(keyword.text) stands in no example's match")
    }
    return messages
  }

  private static func isStruck(_ secret: ArraySlice<UInt8>, _ rule: Rule) -> Bool {
    if let checksum = rule.checksum, checksum.isCertain, checksum.verify(secret) == .bad {
      return true
    }
    return Entropy.bitsPerByte(secret) < rule.entropy
  }
}
