internal import Findings

/// Strikes out what is meant to be seen: publishable keys, public halves of key pairs.
enum PublicCheck {
  private static let prefixes = PrefixFinder([
    "pk_live_", "pk_test_", "pk.eyJ", "sq0idp-", "age1", "ssh-rsa", "ssh-ed25519", "ssh-dss",
    "ecdsa-sha2", "AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh", "-----BEGIN PUBLIC",
    "-----BEGIN CERTIFICATE", "-----BEGIN RSA PUBLIC", "LS0tLS1CRUdJTiBDRVJU",
    "LS0tLS1CRUdJTiBQVUJM", "sb_publishable_",
  ])
  /// Words of names that say for whom the value is; the first ones may be parts of other words.
  private static let words = WordFinder([
    "public", "publishable", "sitekey", "site_key", "next_public", "secret",
  ])

  static func examine(_ trial: inout Trial) -> Verdict {
    guard trial.strength == .name else { return .pass }
    if prefixes.isAny(in: trial.value) {
      return .strike(.publicByDesign, "keys of this prefix are public")
    }
    // Frameworks copy what is so named into the pages that they serve.
    guard let name = trial.name, trial.meaning != .password else { return .pass }
    let found = words.find(in: Array(name.utf8))
    if found & 0b110000 == 0, found & 0b1110 != 0 || found & 1 != 0 && isPublic(name) {
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
