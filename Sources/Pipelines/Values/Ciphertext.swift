/// Values that someone encrypted.
enum Ciphertext {
  /// How they begin and end.
  private static let forms: [(head: [UInt8], tail: [UInt8])] = [
    // SOPS; hiera-eyaml.
    ("ENC[", "]"),
    // Jasypt; Spring Cloud Config.
    ("ENC(", ")"), ("{cipher}", ""),
    ("$ANSIBLE_VAULT;", ""),
    // Jenkins.
    ("{AQAAABAAAA", "}"),
    ("-----BEGIN AGE ENCRYPTED FILE-----", ""), ("-----BEGIN PGP MESSAGE-----", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let firsts = ByteSet(forms.map { $0.head[0] } + "v".utf8)

  /// Whether a value is a ciphertext and nothing else.
  static func isCiphertext(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, firsts.contains(first) else { return false }
    return isVaultTransit(value)
      || forms.contains { form in
        value.first == form.head[0] && value.count > form.head.count + form.tail.count
          && value.starts(with: form.head) && value.suffix(form.tail.count).elementsEqual(form.tail)
      }
  }

  /// `vault:v1:…` of Vault's transit engine; `vault:` alone begins a lookup.
  private static func isVaultTransit(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.starts(with: "vault:v".utf8) else { return false }
    let version = value.dropFirst(7).prefix { $0.isDigit }
    return !version.isEmpty && value.dropFirst(7 + version.count).first == UInt8(ascii: ":")
  }
}
