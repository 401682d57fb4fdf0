internal import Findings

/// Recognises files that hold the texts of a user interface by their names: there, what stands
/// behind `password=` is the word for it in some language.
enum TranslationFile {
  /// Folders, in lower case, that hold nothing else.
  private static let folders: Set = [
    "i18n", "l10n", "locale", "locales", "lang", "langs", "language", "languages", "translation",
    "translations", "lc_messages", "_locales", "intl",
  ]
  private static let endings: [StaticString] = [
    ".po", ".pot", ".strings", ".resx", ".arb", ".ftl", ".xlf", ".xliff", ".xtb", ".mo", ".qm",
  ]
  /// How many folders up are looked at.
  private static let depth = 4

  static func isOne(_ path: Path) -> Bool {
    let name = Array(path.name).lowercased
    if endings.contains(where: { hasSuffix(name, $0) }) { return true }
    if name.hasPrefix("strings.xml") || isLocalised(path.name) { return true }
    // `messages.properties` beside `messages_de.properties`.
    if hasSuffix(name, ".properties"),
      ["messages", "labels", "strings", "resources", "translations"].contains(where: {
        String(decoding: name, as: UTF8.self).hasPrefix($0)
      })
    {
      return true
    }
    var parent = path.parent
    for _ in 0..<depth where !parent.bytes.isEmpty {
      let folder = String(decoding: Array(parent.name).lowercased, as: UTF8.self)
      if folders.contains(folder) { return true }
      let above = parent.parent
      if above == parent { break }
      parent = above
    }
    return false
  }

  private static func hasSuffix(_ name: [UInt8], _ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return name.count > length && name.suffix(length).equals(ignoringCase: suffix)
  }

  /// `login_pt_BR.properties`, `config_de.properties`, `app.fr.json`.
  private static func isLocalised(_ name: ArraySlice<UInt8>) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self)
    guard ["properties", "json", "yml", "yaml", "php", "js", "ts", "xml"].contains(ending) else {
      return false
    }
    var stem = name[..<dot]
    let isRegional =
      stem.count > 6 && (stem[stem.endIndex - 3] == 0x5F || stem[stem.endIndex - 3] == 0x2D)
      && stem.suffix(2).allSatisfy(\.isUppercase)
    if isRegional { stem = stem.dropLast(3) }
    guard stem.count > 3, stem.suffix(2).allSatisfy(\.isLowercase) else { return false }
    let mark = stem[stem.endIndex - 3]
    let isMarked = mark == 0x5F || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-")
    guard isMarked else { return false }
    let language = String(decoding: stem.suffix(2), as: UTF8.self)
    return isRegional || ending == "properties" && mark == 0x5F && !environments.contains(language)
      || languages.contains(language) && mark != 0x5F
  }

  /// What configurations, not languages, are called by: `application_qa.properties`.
  private static let environments: Set = [
    "qa", "ci", "db", "us", "dr", "pp", "ut", "st", "sb", "dv", "pr", "ws", "ui", "mq",
  ]

  /// ISO 639-1, those that no environment or format is called by.
  private static let languages: Set = [
    "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ja", "zh", "ko", "sv", "da", "fi", "cs", "sk",
    "hu", "tr", "uk", "ar", "he", "el", "ro", "bg", "hr", "sl", "lt", "lv", "et", "th", "vi",
  ]
}
