internal import Findings

/// Strikes out what is meant to be seen: publishable keys, public halves of key pairs.
enum PublicCheck {
  private static let prefixes = PrefixFinder([
    "pk_live_", "pk_test_", "pk.eyJ", "age1", "ssh-rsa", "ssh-ed25519", "ssh-dss",
    "ecdsa-sha2", "AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh", "-----BEGIN PUBLIC",
    "-----BEGIN CERTIFICATE", "-----BEGIN RSA PUBLIC", "LS0tLS1CRUdJTiBDRVJU",
    "LS0tLS1CRUdJTiBQVUJM", "sb_publishable_",
  ])
  /// Words of names that say that a value is meant to be seen, and such as say the opposite.
  private static let words = WordFinder(["publishable", "sitekey", "site_key"])
  private static let secretWords = WordFinder(["next_public", "secret"])
  /// May be a part of another word: a closer look tells.
  private static let publicWord = WordFinder(["public"])

  static func examine(_ trial: inout Trial) -> Verdict {
    guard trial.strength == .name else { return .pass }
    if prefixes.isAny(in: trial.value) {
      return .strike(.publicByDesign, "keys of this prefix are public")
    }
    // Frameworks copy what is so named into the pages that they serve.
    guard let name = trial.name, trial.meaning != .password else { return .pass }
    let bytes = Array(name.utf8)
    if !secretWords.isAny(in: bytes),
      words.isAny(in: bytes) || publicWord.isAny(in: bytes) && isPublic(name)
    {
      return .strike(.publicByDesign, "the name says that the value is public")
    }
    return .pass
  }

  /// Whether one of a name's words is or begins with `public`: `publicapikey`, but neither
  /// `REPUBLIC_KEY` nor `publication_key`.
  private static func isPublic(_ name: String) -> Bool {
    NameWords.split(name.utf8).contains { word in
      word.hasPrefix("public") && !word.hasPrefix("publicat")
    }
  }
}
