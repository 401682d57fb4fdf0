/// Says what a name promises, by its words: the secret's word, what stands before it and what
/// behind it.
enum SecretName {
  /// The meaning of a name, or `nil` for a name that promises no secret, such as
  /// `PASSWORD_MIN_LENGTH`, `tokenizer` or `cache_key`.
  static func meaning(of name: some Sequence<UInt8>) -> NameMeaning? {
    var words = InlineArray<32, WordFlags>(repeating: [])
    var count = 0
    NameWords.forEach(of: name) { bytes, word in
      words[count] = look(of: bytes, word).union(NameTable.flags(of: bytes, word))
      count += 1
    }
    // The last word that names a secret is the head: `secret_key` is a key, `key_secret` a secret.
    var head = count - 1
    while head >= 0, words[head].isDisjoint(with: .head) { head -= 1 }
    guard head >= 0 else {
      // `MAILCHIMP_API`, `deploy-access`: only a generated value makes such a name a secret's.
      return count > 1 && words[count - 1].contains(.hint) ? .uncertain : nil
    }
    var before: WordFlags = []
    for index in 0..<head { before.formUnion(words[index]) }
    var isPlain = true
    for index in head + 1..<max(head + 1, count) {
      if !words[index].isDisjoint(with: [.metadata, .plural]) { return nil }
      // A word that nothing is known about may turn the meaning: only the value can tell.
      if words[index].isDisjoint(with: [.neutral, .digits]) { isPlain = false }
    }
    let last = head > 0 ? words[head - 1] : nil
    guard let meaning = meaning(of: words[head], before: before, last: last) else { return nil }
    return isPlain ? meaning : .uncertain
  }

  /// The meaning of a head.
  ///
  /// - Parameters:
  ///   - before: what is known of the words before it, all together.
  ///   - last: what is known of the one just before it.
  private static func meaning(
    of head: WordFlags, before: WordFlags, last: WordFlags?
  ) -> NameMeaning? {
    if head.contains(.many) { return nil }
    if head.contains(.key) {
      guard let last else { return nil }
      if last.contains(.secretKey) || before.contains(.owner) { return .apiKey }
      // Joined to other words too: `scriptpubkey`.
      let isKnown = last.contains(.publicKey) || last.contains(.endsInPub)
      return isKnown || !before.isDisjoint(with: [.cached, .public]) ? nil : .uncertain
    }
    if head.contains(.apiKey) { return .apiKey }
    if head.contains(.authorization) {
      return last?.contains(.denial) == true ? nil : .authorization
    }
    if head.contains(.credential) { return .uncertain }
    if head.contains(.secret) { return before.contains(.action) ? nil : .secret }
    if head.contains(.token) {
      if last?.contains(.harmlessToken) == true { return nil }
      // Joined to other words too: `csrfmiddlewaretoken`.
      return before.contains(.guardsForms) ? nil : .token
    }
    // `pass` alone also means "succeed" and "hand over".
    if head.contains(.pass), before.contains(.test) { return nil }
    return before.contains(.action) ? nil : .password
  }

  /// Whether a name holds no word but those that names of secrets are made of, so that it says
  /// nothing of its own about whose the secret is.
  static func isPlain(_ name: [UInt8]) -> Bool {
    var isPlain = true
    NameWords.forEach(of: name) { bytes, word in
      if look(of: bytes, word).union(NameTable.flags(of: bytes, word)).isEmpty { isPlain = false }
    }
    return isPlain
  }

  private static func look(of bytes: [UInt8], _ word: Range<Int>) -> WordFlags {
    var look: WordFlags = []
    let text = bytes[word]
    guard let first = text.first, let last = text.last else { return .digits }
    if first.isDigit, text.allSatisfy(\.isDigit) { look.insert(.digits) }
    if last == UInt8(ascii: "b"), text.suffix(3).elementsEqual("pub".utf8) {
      look.insert(.endsInPub)
    }
    if first == UInt8(ascii: "c") || first == UInt8(ascii: "x"),
      text.hasPrefix("csrf") || text.hasPrefix("xsrf")
    {
      look.insert(.guardsForms)
    }
    return look
  }
}
