/// Names that begin with a provider's word: `BOX_API_KEY`, `REACT_APP_SLACK_BOT_TOKEN`.
enum IssuerName {
  /// Whether a word comes first in a name, but for what frameworks put before their variables, and
  /// only words follow that names of secrets are made of.
  static func leads(_ word: Range<Int>, in name: Range<Int>, of bytes: [UInt8]) -> Bool {
    NameWords.split(bytes[name.lowerBound..<word.lowerBound]).allSatisfy(leaders.contains)
      && word.upperBound < name.upperBound
      && NameWords.split(bytes[word.upperBound..<name.upperBound]).allSatisfy { part in
        followers.contains(part) || SecretName.isPlain(Array(part.utf8))
      }
  }

  /// Whether a word comes last in a name, behind nothing but words that names of secrets are made of:
  /// `API_KEY_BOX`.
  static func trails(_ word: Range<Int>, in name: Range<Int>, of bytes: [UInt8]) -> Bool {
    guard word.upperBound == name.upperBound, word.lowerBound > name.lowerBound else {
      return false
    }
    let before = bytes[name.lowerBound..<word.lowerBound]
    return SecretName.isPlain(Array(before)) && SecretName.meaning(of: before) != nil
  }

  /// Whether an abbreviation begins the name of a variable of a secret: `TN_API_KEY`, but neither the
  /// `X-Api-Key` of a header nor `api_tn`.
  static func abbreviates(_ word: Range<Int>, in name: Range<Int>, of bytes: [UInt8]) -> Bool {
    leads(word, in: name, of: bytes) && bytes[word.upperBound] == UInt8(ascii: "_")
      && !bytes[word].contains(UInt8(ascii: "-"))
  }

  private static let leaders: Set = [
    "react", "app", "next", "public", "vite", "nuxt", "expo", "gatsby", "vue", "tf", "var", "input",
    "my", "the", "our", "your", "prod", "production", "dev", "development", "staging", "stage",
    "test", "ci", "env", "default", "new", "old", "const", "plugin", "ext",
  ]
  private static let followers: Set = [
    "bot", "deploy", "webhook", "signing", "signature", "read", "write", "personal", "access",
    "oauth", "oauth2", "integration", "installation", "ingest", "license", "licence", "bearer",
    "session", "refresh", "management", "publish", "upload", "project", "org", "organization",
    "workspace", "team", "verification", "subscription", "account", "agent", "runner", "trigger",
  ]
}
