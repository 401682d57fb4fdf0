/// Values that are read in a way of their own.
struct Site: Sendable {
  enum Reading: Sendable {
    /// A shell script or command line: its assignments are read, and it is no value itself.
    case shell
    /// `NAME=VALUE`, one on a line; a bare name is passed on from elsewhere and has no value here.
    case keyValues
    /// A value named by the key above its own: `DB_PASSWORD: {value: …}`.
    case valueOfParent
  }

  let pattern: KeyPattern
  let reading: Reading

  init(_ pattern: KeyPattern, _ reading: Reading) {
    self.pattern = pattern
    self.reading = reading
  }
}

extension [Site] {
  static func shell(_ patterns: KeyPattern...) -> [Site] { patterns.map { Site($0, .shell) } }

  static func keyValues(_ patterns: KeyPattern...) -> [Site] {
    patterns.map { Site($0, .keyValues) }
  }

  static func valuesOfParents(_ patterns: KeyPattern...) -> [Site] {
    patterns.map { Site($0, .valueOfParent) }
  }
}
