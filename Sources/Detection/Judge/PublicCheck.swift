internal import Findings

/// Strikes out what is meant to be seen: publishable keys, public halves of key pairs.
enum PublicCheck {
  private static let prefixes: [StaticString] = [
    "pk_live_", "pk_test_", "pk.eyJ", "sq0idp-", "age1", "ssh-rsa", "ssh-ed25519", "ssh-dss",
    "ecdsa-sha2", "AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh", "-----BEGIN PUBLIC",
    "-----BEGIN CERTIFICATE", "-----BEGIN RSA PUBLIC", "LS0tLS1CRUdJTiBDRVJU",
    "LS0tLS1CRUdJTiBQVUJM", "sb_publishable_",
  ]
  private static let words: [StaticString] = ["publishable", "sitekey", "site_key"]

  static func examine(_ trial: inout Trial) -> Verdict {
    guard trial.strength == .name else { return .pass }
    if prefixes.contains(where: { trial.value.hasPrefix($0) }) {
      return .strike(.publicByDesign, "keys of this prefix are public")
    }
    // Frameworks copy what is so named into the pages that they serve.
    if let name = trial.name,
      isPublic(name) || words.contains(where: { Array(name.utf8).contains(ignoringCase: $0) }),
      trial.meaning != .password, !Array(name.utf8).contains(ignoringCase: "next_public"),
      !Array(name.utf8).contains(ignoringCase: "secret")
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
