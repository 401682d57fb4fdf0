internal import Findings

/// Recognises files that hold the texts of a user interface by their names: there, what stands
/// behind `password=` is the word for it in some language.
enum TranslationFile {
  /// Folders, in lower case, that hold nothing else.
  private static let folders = [
    "i18n", "l10n", "locale", "locales", "lang", "langs", "language", "languages", "translation",
    "translations", "lc_messages", "_locales", "intl",
  ]
  /// The lengths of the folders' names.
  private static let lengths = 4...12
  private static let endings = [
    "po", "pot", "strings", "resx", "arb", "ftl", "xlf", "xliff", "xtb", "mo", "qm",
  ]
  private static let messages: [StaticString] = [
    "messages", "labels", "strings", "resources", "translations",
  ]
  private static let localised = [
    "properties", "json", "yml", "yaml", "php", "js", "ts", "xml",
  ]
  private static let isFolder: UInt32 = 1
  private static let isEnding: UInt32 = 2
  private static let isLocalisedEnding: UInt32 = 4
  private static let words = WordTable([
    (isFolder, folders), (isEnding, endings), (isLocalisedEnding, localised),
  ])
  /// How many folders up are looked at.
  private static let depth = 4

  /// Whether a file is one. Asked of every file, so nothing is made of its path but short texts.
  static func isOne(_ path: Path) -> Bool {
    let name = path.name
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex {
      let ending = name[(dot + 1)...]
      if ending.count <= 8 {
        if flags(PackedWord(lowercasing: ending)) & isEnding != 0 { return true }
        // `messages.properties` beside `messages_de.properties`.
      } else if ending.equals(ignoringCase: "properties"),
        messages.contains(where: { name.prefix($0.utf8CodeUnitCount).equals(ignoringCase: $0) })
      {
        return true
      }
    }
    if name.prefix(11).equals(ignoringCase: "strings.xml") || isLocalised(name) { return true }
    var end = name.startIndex - 1
    for _ in 0..<depth {
      guard end > 0 else { return false }
      let above = path.bytes[..<end].lastIndex(of: UInt8(ascii: "/")) ?? -1
      let folder = path.bytes[(above + 1)..<end]
      if lengths.contains(folder.count),
        flags(PackedWord(lowercasing: folder)) & isFolder != 0
      {
        return true
      }
      end = above
    }
    return false
  }

  private static func flags(_ word: PackedWord?) -> UInt32 { word.map { words[$0] } ?? 0 }

  /// `login_pt_BR.properties`, `config_de.properties`, `app.fr.json`.
  private static func isLocalised(_ name: ArraySlice<UInt8>) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = name[(dot + 1)...]
    guard flags(PackedWord(ending)) & isLocalisedEnding != 0 else { return false }
    var stem = name[..<dot]
    let isRegional =
      stem.count > 4 && (stem[stem.endIndex - 3] == 0x5F || stem[stem.endIndex - 3] == 0x2D)
      && stem.suffix(2).allSatisfy(\.isUppercase)
    if isRegional { stem = stem.dropLast(3) }
    // `de.json`, `pt-BR.yml`.
    if stem.count == 2 { return languages.contains(String(decoding: stem, as: UTF8.self)) }
    guard stem.count > 3, stem.suffix(2).allSatisfy(\.isLowercase) else { return false }
    let mark = stem[stem.endIndex - 3]
    let isMarked = mark == 0x5F || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-")
    guard isMarked else { return false }
    let language = String(decoding: stem.suffix(2), as: UTF8.self)
    return isRegional
      || ending.elementsEqual("properties".utf8) && mark == 0x5F && !environments.contains(language)
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
