internal import Findings

/// Strikes out ciphertexts by the marks that their tools put before them.
enum EncryptedCheck {
  /// Marks, and who writes them.
  private static let marks: [(mark: StaticString, tool: String)] = [
    ("ENC[", "SOPS or eyaml"), ("ENC(", "Jasypt"), ("$ANSIBLE_VAULT", "Ansible Vault"),
    ("{cipher}", "Spring Cloud Config"), ("{AQA", "Jenkins"), ("{AES}", "a configuration server"),
    ("vault:v", "Vault's transit engine"), ("gAAAAA", "Fernet"), ("U2FsdGVkX1", "OpenSSL"),
    ("AQICAH", "AWS KMS"), ("CiQA", "Google Cloud KMS"), ("AQAAANCMnd8", "Windows DPAPI"),
    ("01000000d08c9ddf", "Windows DPAPI"), ("b:01000000", "Windows DPAPI"),
    ("-----BEGIN AGE ENCRYPTED", "age"),
    ("-----BEGIN PGP MESSAGE", "PGP"), ("age-encryption.org", "age"), ("crypt:", "git-crypt"),
    ("!vault", "Ansible Vault"), ("encrypted-", "the program that says so"),
  ]
  private static let finder = PrefixFinder(marks.map(\.mark))
  /// A SealedSecret's value is RSA-wrapped: never shorter.
  private static let sealedLength = 300

  static func examine(_ trial: inout Trial) -> Verdict {
    guard trial.strength != .provider else {
      // The key is still worth something to whoever has or guesses the passphrase.
      if trial.value.hasPrefix("-----BEGIN"), isPassphraseProtected(trial.value) {
        trial.severity = min(trial.severity, .warning)
        trial.note("the key is encrypted with a passphrase")
      }
      return .pass
    }
    if let mark = finder.first(in: trial.value) {
      return .strike(.encrypted, "encrypted by \(marks[mark].tool)")
    }
    if trial.value.count >= sealedLength, trial.value.hasPrefix("Ag"),
      trial.value.allSatisfy({ $0.isAlphanumeric || "+/=".utf8.contains($0) })
    {
      return .strike(.encrypted, "encrypted for a SealedSecret")
    }
    return .pass
  }

  private static func isPassphraseProtected(_ key: [UInt8]) -> Bool {
    let head = key.prefix(200)
    return head.contains(ignoringCase: "encrypted")
  }
}
