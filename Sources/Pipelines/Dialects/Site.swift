/// Values that are read in a way of their own.
struct Site: Sendable {
  enum Reading: Sendable {
    /// A shell script or command line: its assignments are read, and it is no value itself.
    case shell
    /// `NAME=VALUE`, one on a line; a bare name is passed on from elsewhere and has no value here.
    case keyValues
    /// `NAME=VALUE NAME2=VALUE2` on one line, as a shell would read it.
    case words
    /// A value named by the key above its own: `DB_PASSWORD: {value: …}`.
    case valueOfParent
    /// Base64 of a value, of a file or of YAML.
    case base64
    /// A file; the key is its name and tells its language.
    case file
    /// YAML or JSON in a string.
    case yaml
    /// A ciphertext, whatever it looks like.
    case encrypted
    /// The name of a value that is kept elsewhere.
    case reference
  }

  let pattern: KeyPattern
  let reading: Reading
  /// Whether the values are secrets, whatever their names.
  private(set) var holdsSecrets = false

  init(_ pattern: KeyPattern, _ reading: Reading) {
    self.pattern = pattern
    self.reading = reading
  }

  /// The site for values that are secrets, whatever their names.
  var ofSecrets: Site {
    var site = self
    site.holdsSecrets = true
    return site
  }
}

extension [Site] {
  static func shell(_ patterns: KeyPattern...) -> [Site] { patterns.map { Site($0, .shell) } }

  static func keyValues(_ patterns: KeyPattern...) -> [Site] {
    patterns.map { Site($0, .keyValues) }
  }

  static func words(_ patterns: KeyPattern...) -> [Site] { patterns.map { Site($0, .words) } }

  static func valuesOfParents(_ patterns: KeyPattern...) -> [Site] {
    patterns.map { Site($0, .valueOfParent) }
  }

  static func base64(_ patterns: KeyPattern...) -> [Site] { patterns.map { Site($0, .base64) } }

  static func files(_ patterns: KeyPattern...) -> [Site] { patterns.map { Site($0, .file) } }

  /// Sites for values that are secrets, whatever their names.
  static func secrets(_ sites: [Site]) -> [Site] { sites.map(\.ofSecrets) }

  static func yaml(_ patterns: KeyPattern...) -> [Site] { patterns.map { Site($0, .yaml) } }

  static func encrypted(_ patterns: KeyPattern...) -> [Site] {
    patterns.map { Site($0, .encrypted) }
  }

  static func references(_ patterns: KeyPattern...) -> [Site] {
    patterns.map { Site($0, .reference) }
  }
}
