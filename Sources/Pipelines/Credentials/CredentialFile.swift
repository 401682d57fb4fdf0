internal import Findings

/// A file whose name says that what stands in it is a credential, or a list of them: nothing in the
/// text itself says so.
struct CredentialFile: Sendable {
  /// How the lines of such a file are written.
  enum Lines: Sendable {
    /// All of the file is one value, on one line, or a user above a password.
    case whole
    /// Fields between blanks, of which one is the secret, counted from 0.
    case field(Int)
    /// A host, a blank, and `user:password`.
    case pair
    /// A user and a password, each in quotes.
    case quoted
    /// `:name: value`.
    case named
  }

  let lines: Lines
  /// What the values are called where their lines say nothing.
  let name: String

  /// What the name of a file says; `nil` for nearly all.
  static func of(_ path: Path) -> CredentialFile? {
    // Nearly all files end otherwise, or hold no such word in their names.
    guard mayEnd(path.bytes) else { return nil }
    let name = path.name
    let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.startIndex
    guard (4...80).contains(name.count), dot == name.startIndex || isEnding(name[(dot + 1)...]),
      holdsWord(name)
    else { return nil }
    if let known = known.first(where: { $0.path.matches(path) }) {
      return CredentialFile(lines: known.lines, name: known.name)
    }
    let isText = dot > name.startIndex && name[dot...].elementsEqual(".txt".utf8)
    guard !name[dot...].elementsEqual(".conf".utf8) else { return nil }
    return CredentialFile(
      lines: .whole, name: ShownText.bounded(isText ? name[..<dot] : name))
  }

  /// Whether a path has none of the endings of most files: a dot and two or three bytes, but those of
  /// `txt`, `key` and `pw`.
  private static func mayEnd(_ path: [UInt8]) -> Bool {
    let count = path.count
    guard count > 4 else { return false }
    let dot = UInt8(ascii: ".")
    if path[count - 3] == dot { return path[count - 1] == UInt8(ascii: "w") }
    guard path[count - 4] == dot else { return path[count - 5] != dot || mayEndInFour(path) }
    return path[count - 1] == UInt8(ascii: "t") && path[count - 2] == UInt8(ascii: "x")
      || path[count - 1] == UInt8(ascii: "y") && path[count - 2] == UInt8(ascii: "e")
  }

  /// Whether a path ends as `pass`, `auth` and `conf` do.
  private static func mayEndInFour(_ path: [UInt8]) -> Bool {
    "shf".utf8.contains(path[path.count - 1])
  }

  /// Files of programs: pppd, Postfix, PgBouncer, libpam-radius-auth, Erlang's distribution, RubyGems.
  private static let known: [(path: PathPattern, lines: Lines, name: String)] = [
    ("pap-secrets", .field(2), "pap_password"),
    ("chap-secrets", .field(2), "chap_password"),
    ("sasl_passwd", .pair, "sasl_password"),
    ("sasl_password", .pair, "sasl_password"),
    ("smtp_passwd", .pair, "smtp_password"),
    ("relay_passwd", .pair, "relay_password"),
    ("*userlist.txt", .quoted, "password"),
    ("pam_radius_auth.conf", .field(1), "radius_secret"),
    (".erlang.cookie", .whole, "erlang_cookie_secret"),
    ("gem/credentials", .named, "api_key"),
    (".gem/credentials", .named, "api_key"),
  ]

  /// The endings of such files: a file that is named for its one secret is called `db_password.txt`,
  /// `.vault_pass` or `master.key`. Docker and Kubernetes mount secrets so, and tools are given paths of
  /// such files.
  private static func isEnding(_ ending: ArraySlice<UInt8>) -> Bool {
    ending.count < 9 && endings.contains { ending.elementsEqual($0.utf8) }
  }

  private static let endings = [
    "txt", "key", "secret", "token", "pass", "passwd", "password", "pw", "auth", "conf", "cookie",
  ]

  /// Whether a name holds one of the words, in letters of either case.
  private static func holdsWord(_ name: ArraySlice<UInt8>) -> Bool {
    name.indices.contains { place in
      switch name[place] | 0x20 {
      case UInt8(ascii: "p"): name.has("pass", at: place) || name.has("pwd", at: place)
      case UInt8(ascii: "s"): name.has("secret", at: place)
      case UInt8(ascii: "t"): name.has("token", at: place)
      case UInt8(ascii: "k"): name.has("key", at: place)
      case UInt8(ascii: "a"): name.has("auth", at: place)
      case UInt8(ascii: "l"): name.has("login", at: place)
      case UInt8(ascii: "u"): name.has("userlist", at: place)
      case UInt8(ascii: "c"): name.has("cookie", at: place) || name.has("credential", at: place)
      default: false
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word in lower case stands at a place, in letters of either case.
  fileprivate func has(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= endIndex else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<length where unsafe self[place + index] | 0x20 != word[index] {
        return false
      }
      return true
    }
  }
}
