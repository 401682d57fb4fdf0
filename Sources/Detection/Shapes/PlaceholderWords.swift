/// Words that stand where a secret should, and words that only fill the space between them.
enum PlaceholderWords {
  /// Whether a value is made of such words alone, written with or without marks between them:
  /// `your-password-here`, `mysupersecretkey`, `TEST_TOKEN`, `password123`.
  static func makeUp(_ value: [UInt8]) -> Bool {
    isMade(value) || behindPrefix(value).map(isMade) ?? false
  }

  /// Whether a value is two words or more, with marks between them, for who logs in or where, and none
  /// for a secret or a sample of one: `dev_admin`.
  static func pairsRoles(_ value: [UInt8]) -> Bool {
    let parts = value.split(
      omittingEmptySubsequences: false, whereSeparator: { !$0.isAlphanumeric })
    return parts.count > 1
      && parts.allSatisfy { part in
        roles.contains { part.equals(ignoringCase: $0) }
      }
  }

  private static let roles: [StaticString] = [
    "root", "admin", "dev", "prod", "test", "stage", "staging", "ci", "db", "app", "web", "client",
    "server", "service", "local", "system", "master", "deploy", "bot", "backup",
  ]

  /// What stands behind the two or three letters and the mark that a provider's tokens begin with:
  /// the `SECRET-API-KEY` of `SG.SECRET-API-KEY`.
  private static func behindPrefix(_ value: [UInt8]) -> [UInt8]? {
    let letters = value.prefix(while: \.isLetter)
    guard (2...3).contains(letters.count), letters.count + 8 < value.count,
      ".-_".utf8.contains(value[letters.count])
    else { return nil }
    return Array(value[(letters.count + 1)...])
  }

  private static func isMade(_ value: [UInt8]) -> Bool {
    guard value.count <= 64 else { return false }
    // An escaped line break at the end belongs to the program.
    let end = value.suffix(2).elementsEqual("\\n".utf8) ? value.count - 2 : value.count
    var hasWord = false
    var at = 0
    while at < end {
      let start = at
      while at < end, value[at].isAlphanumeric { at += 1 }
      guard at > start else {
        at += 1
        continue
      }
      var letters = at
      while letters > start, value[letters - 1].isDigit { letters -= 1 }
      let digits = value[letters..<at]
      // Counting digits behind a word are no salt; `2019` in `Hook2019!` is, and so are digits behind
      // a sign: `dbadmin#42`, but not `db-admin-42`.
      let isSalted = letters > start || start > 0 && signs.contains(value[start - 1])
      if digits.count > (isSalted ? 0 : 3), !isCount(digits) { return false }
      guard letters > start else { continue }
      guard segments(value, start..<letters) else { return false }
      hasWord = true
    }
    return hasWord
  }

  /// What people put into passwords, and not between the words of a name.
  private static let signs = ByteSet("!@#$%^&*+=?~")

  private static func isCount(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.enumerated().allSatisfy { index, byte in Int(byte) == 0x31 + index }
      || digits.count == 1 || digits.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// Whether letters fall into words of the list without a rest; of at most 64 letters. Only where a
  /// word ended can the next one begin.
  private static func segments(_ value: [UInt8], _ part: Range<Int>) -> Bool {
    var reachable: UInt64 = 1
    for start in part where reachable &>> UInt64(start - part.lowerBound) & 1 != 0 {
      var word = PackedWord()
      for end in start + 1..<min(part.upperBound, start + longest) + 1 {
        word.append(value[end - 1].lowercased)
        guard table[word] != 0 else { continue }
        if end == part.upperBound { return true }
        reachable |= 1 &<< UInt64(end - part.lowerBound)
      }
    }
    return false
  }

  private static let table = WordTable([(1, words)])

  private static let longest = 14
  static let words = [
    // Names of secrets.
    "password", "passwd", "passwort", "passphrase", "pass", "pwd", "pw", "secret", "secrets",
    "token", "tokens", "key", "keys", "apikey", "auth", "credential", "credentials", "creds",
    "login", "bearer", "jwt", "oauth", "pat", "access", "private", "privatekey", "accesskey",
    // Words that say "not the real one".
    "example", "sample", "dummy", "fake", "mock", "stub", "test", "testing", "tests", "demo",
    "placeholder", "changeme", "change", "changeit", "replace", "replaceme", "insert", "enter",
    "fill", "put", "todo", "fixme", "tbd", "redacted", "hidden", "masked", "removed", "foo", "bar",
    "baz", "qux", "foobar", "foobaz", "lorem", "ipsum", "hello", "world", "foobared", "something",
    "anything",
    "whatever", "random", "xxx", "xxxx", "yyy", "zzz", "abc", "abcd", "asdf", "qwerty", "blah",
    "xyz", "fail", "failed",
    "passed", "ok", "success", "error", "skip", "skipped", "anonymous",
    "string", "text", "value", "values", "val", "data", "none", "null", "nil", "undefined", "unset",
    "empty", "blank", "true", "false", "yes", "no", "on", "off", "required", "optional", "default",
    "invalid", "valid", "wrong", "bad", "unknown", "missing", "expired", "disabled", "enabled",
    "int", "integer", "bool", "boolean", "str", "bytes", "char", "object", "any", "void", "number",
    "float", "double", "date", "file", "path", "env", "var", "variable", "name", "username", "user",
    "email", "id", "type", "plain", "plaintext", "basic", "digest", "trust", "md", "scram", "sha",
    "ldap", "pam", "kerberos", "saml", "ask", "prompt", "interactive", "input", "stdin", "read",
    "write", "inherit", "inherited", "external", "internal", "generated", "auto", "automatic",
    "dynamic", "static", "simple", "weak", "strong", "encrypted", "hashed", "hash", "salt",
    // The defaults that images and databases ship with.
    "postgres", "postgresql", "mysql", "mariadb", "mongo", "mongodb", "redis", "rabbitmq", "root",
    "admin", "guest", "minio", "minioadmin", "elastic", "neo", "sa", "docker", "localhost",
    // Fillers.
    "my", "your", "yours", "our", "the", "a", "an", "this", "that", "some", "is", "are", "be", "to",
    "of", "in", "for", "from", "with", "and", "or", "not", "real", "here", "goes", "me", "it",
    "please", "super", "very", "top", "only", "just", "new", "old", "current", "db", "database",
    "api", "app", "application", "client", "server", "service", "web", "site", "account", "local",
    "dev", "development", "prod", "production", "staging", "stage", "ci", "github", "gitlab", "aws",
    "azure", "gcp", "google", "npm", "slack", "bot", "personal", "long", "short", "strongpassword",
    "must", "should", "will", "set", "get", "use", "used", "by", "as", "at", "if", "see", "sign",
    "signing", "encryption", "encrypt", "master", "session", "cookie", "hmac", "shared", "public",
    "proxy", "cache", "system", "base", "url", "uri", "host", "http", "https", "one", "two",
    "first", "second", "word", "words", "custom", "x", "rpc",
    "doc", "docs", "documentation", "readme", "deploy",
  ]
}
