/// Says what a name promises, by its words: the secret's word, what stands before it and what
/// behind it.
enum SecretName {
  /// The meaning of a name, or `nil` for a name that promises no secret, such as
  /// `PASSWORD_MIN_LENGTH`, `tokenizer` or `cache_key`.
  static func meaning(of name: some Sequence<UInt8>) -> NameMeaning? {
    meaning(ofWords: NameWords.split(name))
  }

  static func meaning(ofWords words: [String]) -> NameMeaning? {
    // The last word that names a secret is the head: `secret_key` is a key, `key_secret` a secret.
    guard let head = words.lastIndex(where: isHead) else {
      // `MAILCHIMP_API`, `deploy-access`: only a generated value makes such a name a secret's.
      return words.count > 1 && words.last.map(NameTable.hints.contains) == true ? .uncertain : nil
    }
    let behind = words[(head + 1)...]
    if behind.contains(where: NameTable.metadata.contains)
      || behind.contains(where: NameTable.plurals.contains)
    {
      return nil
    }
    guard let meaning = meaning(of: words[head], after: words[..<head]) else { return nil }
    // A word that nothing is known about may turn the meaning: only the value can tell.
    let isPlain = behind.allSatisfy { word in
      NameTable.neutral.contains(word) || word.utf8.allSatisfy(\.isDigit)
    }
    return isPlain ? meaning : .uncertain
  }

  private static func isHead(_ word: String) -> Bool {
    NameTable.passwords.contains(word) || NameTable.tokens.contains(word)
      || ["secret", "key", "auth", "authorization", "credential", "credentials", "creds"]
        .contains(word)
      || word == "tokens" || word == "keys" || word == "passwords"
      || word == "secrets" || word == "apikey" || word == "salt"
  }

  private static func meaning(
    of head: String, after before: ArraySlice<String>
  ) -> NameMeaning? {
    let last = before.last ?? ""
    switch head {
    case "tokens", "keys", "passwords", "secrets":
      return nil
    case "key":
      if NameTable.secretKeys.contains(last) { return .apiKey }
      if before.contains("secret") || before.contains("private") { return .apiKey }
      if before.contains("cache") || before.contains("restored") { return nil }
      if last.isEmpty || NameTable.publicKeys.contains(last) { return nil }
      // Joined to other words too: `scriptpubkey`.
      return before.contains("public") || last.hasSuffix("pub") ? nil : .uncertain
    case "apikey":
      return .apiKey
    case "auth", "authorization":
      return last == "no" || last == "is" ? nil : .authorization
    case "credential", "credentials", "creds", "salt":
      return .uncertain
    case "secret":
      if before.contains(where: NameTable.actions.contains) { return nil }
      return .secret
    case _ where NameTable.tokens.contains(head):
      if NameTable.harmlessTokens.contains(last) { return nil }
      // Joined to other words too: `csrfmiddlewaretoken`.
      return before.contains { $0.hasPrefix("csrf") || $0.hasPrefix("xsrf") } ? nil : .token
    default:
      // `pass` alone also means "succeed" and "hand over".
      if head == "pass", before.contains(where: { ["test", "tests", "first", "all"].contains($0) })
      {
        return nil
      }
      return before.contains(where: NameTable.actions.contains) ? nil : .password
    }
  }
}
