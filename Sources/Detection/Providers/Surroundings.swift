/// Looks for a provider's word around a value whose own name holds none: in the blocks it stands in,
/// in a comment above it, in an address beside it, in the name of its file.
///
/// What is found says whose a secret is, not whether it is one. Each question costs a bounded number
/// of bytes.
struct Surroundings {
  /// Where a provider's word stands.
  enum Place: String, Sendable {
    case line = "the line holds the provider's word"
    case neighbour = "a key beside it names the provider"
    case block = "the block around it is named for the provider"
    case comment = "the comment above it holds the provider's word"
    case heading = "a comment over its lines holds the provider's word"
    case address = "an address of the provider stands beside it"
    case program = "the program uses the provider's library"
    case file = "the file is named for the provider"

    /// Whether the word is enough for a value of no shape that is known of the provider's keys.
    var isEnough: Bool { self != .program && self != .neighbour && self != .heading }
  }

  /// A provider's word.
  struct Witness: Sendable {
    /// The rule that was chosen for it, by its index.
    let rule: Int
    let place: Place
  }

  /// Chooses a rule of the provider's entry at an index, or none if it has none for the value.
  typealias Choice = (_ entry: Int, _ place: Place) -> Int?

  /// How far from a value the last byte may stand that is looked at: no further than the lines beside
  /// the lines of blocks.
  static let reach = 6 << 10
  /// How far on a value's own line is looked, in bytes.
  static let lineReach = 256
  /// How far back blocks are looked for, in bytes, lines and blocks within blocks.
  private static let blockReach = 2 << 10
  private static let blockLines = 48
  static let depth = 5
  /// How many of the innermost blocks are looked beside.
  private static let neighbourDepth = 2
  /// How many lines a comment may stand above a value.
  private static let commentLines = 8
  /// How many lines above and below addresses are looked for.
  private static let addressLines = 3
  /// How many lines above the names of libraries are looked for.
  private static let importLines = 16

  private let lines: SurroundingLines
  private let bytes: [UInt8]
  private let names: ProviderNames
  private let fileName: [UInt8]
  private let isLog: Bool
  /// Where words stand: lines without any are not taken apart.
  private let words: NearbyWords

  init(
    _ bytes: [UInt8], fileName: [UInt8], isLog: Bool, _ names: ProviderNames, words: NearbyWords
  ) {
    self.bytes = bytes
    lines = SurroundingLines(bytes: bytes)
    self.fileName = fileName
    self.isLog = isLog
    self.names = names
    self.words = words
  }

  /// The nearest provider's word for which there is a rule. Lines of a log have nothing to do with
  /// those above them.
  ///
  /// - Parameter depth: how many blocks within blocks are looked at.
  func witness(
    of value: Range<Int>, depth: Int, choosing choice: Choice
  ) -> Witness? {
    if let found = onLine(of: value, choice) { return found }
    if isLog { return nil }
    if let found = beside(lines.start(of: value.lowerBound), isBare: depth == 1, choice) {
      return found
    }
    if let found = inBlocks(around: value, depth, choice) { return found }
    if let found = inComment(above: value, choice) { return found }
    if let found = inAddresses(beside: value, choice) { return found }
    if let found = inImports(above: value, choice) { return found }
    return inFileName(choice)
  }

  /// On the line, the nearest before the value first: a name, or a word of many meanings in an
  /// address.
  private func onLine(of value: Range<Int>, _ choice: Choice) -> Witness? {
    guard mayStand(value.lowerBound - Self.lineReach, value.upperBound + Self.lineReach) else {
      return nil
    }
    let line = lines.line(around: value, reach: Self.lineReach)
    return witness(
      in: line.lowerBound..<value.lowerBound, at: .line, isLast: true, choice)
      ?? first(in: value.upperBound..<line.upperBound, at: .line, choice)
  }

  /// In the line that opens a block around the value, the nearest first: a key with deeper lines
  /// below it, a section of an INI file, a block or call in a program.
  private func inBlocks(
    around value: Range<Int>, _ most: Int, _ choice: Choice
  ) -> Witness? {
    var place = lines.start(of: value.lowerBound)
    let lowest = max(0, place - Self.blockReach)
    guard mayStand(lowest - Neighbours.reach, place + Neighbours.farthest) else { return nil }
    var margin = lines.margin(of: place)
    var depth = 0
    var left = Self.blockLines
    while let line = lines.line(before: place, from: lowest), left > 0, depth < most {
      left -= 1
      place = line.lowerBound
      let text = lines.trimmed(line)
      guard !text.isEmpty else { continue }
      let isSection = bytes[text.lowerBound] == UInt8(ascii: "[") && lines.isSection(text)
      guard isSection || lines.margin(of: line.lowerBound) < margin else { continue }
      margin = lines.margin(of: line.lowerBound)
      // A brace or a bracket alone belongs to the line above it.
      guard isSection || bytes[text].contains(where: \.isAlphanumeric) else {
        margin += 1
        continue
      }
      // `clarifai:` over `api:` over `key:`.
      if most > 1 || !lines.isPartOfName(text) { depth += 1 }
      if let found = first(in: text, at: .block, choice) { return found }
      if isSection { return nil }
      if depth <= Self.neighbourDepth,
        let found = beside(line.lowerBound, isBare: most == 1, choice)
      {
        return found
      }
    }
    return nil
  }

  /// In the values of keys beside a line that name somebody.
  private func beside(_ line: Int, isBare: Bool, _ choice: Choice) -> Witness? {
    var neighbours = neighbours
    neighbours.areStrict = isBare
    return neighbours.first(besideLineAt: line) {
      first(in: $0, at: .neighbour, choice)
    }
  }

  private var neighbours: Neighbours { Neighbours(bytes: bytes, lines: lines, words: words) }

  /// Whether a word may stand between two places, which may lie outside of the text.
  private func mayStand(_ start: Int, _ end: Int) -> Bool {
    words.mayStand(in: max(0, start)..<max(0, min(end, bytes.count)))
  }

  private func inComment(above value: Range<Int>, _ choice: Choice) -> Witness? {
    var place = lines.start(of: value.lowerBound)
    let lowest = max(0, place - Self.blockReach / 2)
    guard mayStand(lowest, place) else { return nil }
    let margin = lines.margin(of: place)
    for count in 0..<Self.commentLines {
      guard let line = lines.line(before: place, from: lowest) else { return nil }
      let text = lines.trimmed(line)
      if text.isEmpty { return nil }
      // Two lines: `# Clarifai` over a user's name and a key.
      if lines.isComment(text) {
        return first(in: text, at: count < 2 ? .comment : .heading, choice)
      }
      if count > 0, lines.margin(of: line.lowerBound) < margin { return nil }
      place = line.lowerBound
    }
    return nil
  }

  /// In the hosts of addresses on the lines around the value.
  private func inAddresses(beside value: Range<Int>, _ choice: Choice) -> Witness? {
    var place = lines.start(of: value.lowerBound)
    guard
      mayStand(
        place - Self.addressLines * Self.lineReach,
        value.upperBound + 2 * Self.addressLines * Self.lineReach)
    else { return nil }
    for _ in 0..<Self.addressLines {
      guard let line = lines.line(before: place, from: max(0, place - Self.lineReach)) else {
        break
      }
      if let found = inHosts(on: line, choice) { return found }
      place = line.lowerBound
    }
    place = value.upperBound
    for _ in 0..<Self.addressLines {
      guard let line = lines.line(behind: place, to: min(bytes.count, place + 2 * Self.lineReach))
      else { break }
      if let found = inHosts(on: line, choice) { return found }
      place = line.lowerBound
    }
    return nil
  }

  private func inHosts(on line: Range<Int>, _ choice: Choice) -> Witness? {
    var place = line.lowerBound
    while place + 3 < line.upperBound {
      guard bytes[place] == UInt8(ascii: ":"), bytes[place + 1] == UInt8(ascii: "/"),
        bytes[place + 2] == UInt8(ascii: "/")
      else {
        place += 1
        continue
      }
      var end = place + 3
      while end < line.upperBound, bytes[end].isNameByte || bytes[end] == UInt8(ascii: "@") {
        end += 1
      }
      if let found = first(in: place + 3..<end, at: .address, choice) { return found }
      place = end
    }
    return nil
  }

  /// In a line above that makes a library known: `from clarifai import Client`.
  private func inImports(above value: Range<Int>, _ choice: Choice) -> Witness? {
    var place = lines.start(of: value.lowerBound)
    let lowest = max(0, place - Self.blockReach / 2)
    guard mayStand(lowest, place) else { return nil }
    for _ in 0..<Self.importLines {
      guard let line = lines.line(before: place, from: lowest) else { return nil }
      if lines.isImport(lines.trimmed(line)),
        let found = first(in: line, at: .program, choice)
      {
        return found
      }
      place = line.lowerBound
    }
    return nil
  }

  /// The provider's word in the name of the file.
  func inFileName(_ choice: Choice) -> Witness? {
    let stem = fileName.drop { $0 == UInt8(ascii: ".") }.prefix { $0 != UInt8(ascii: ".") }
    guard !stem.isEmpty, !Carriers.isFile(stem),
      let found = names.find(in: fileName, stem.startIndex..<stem.endIndex),
      !names[found.entry].isCommon || found.range.count == stem.count
    else { return nil }
    return choice(found.entry, .file).map { Witness(rule: $0, place: .file) }
  }

  private func first(in range: Range<Int>, at place: Place, _ choice: Choice)
    -> Witness?
  {
    witness(in: range, at: place, isLast: false, choice)
  }

  /// Whether a word that means other things too is the provider's name: alone in a name that a block
  /// or a comment has, a label of a host, the first word of a line.
  private func isMeant(_ word: Range<Int>, in range: Range<Int>, _ place: Place) -> Bool {
    switch place {
    case .line: lines.isLabelOfHost(word) || lines.isFirst(word) || neighbours.isNamed(word)
    case .address: lines.isLabelOfHost(word)
    case .neighbour:
      word == range || lines.isLabelOfHost(word) || lines.isDomain(word)
        || word.lowerBound == range.lowerBound && bytes[word.upperBound] == UInt8(ascii: "/")
        || IssuerName.leads(word, in: range, of: bytes)
    case .block where bytes[word.upperBound...].hasPrefix(".configure"):
      word.lowerBound == range.lowerBound
    case .block, .comment, .heading: lines.standsAlone(word, in: range) || lines.isDomain(word)
    case .program, .file: false
    }
  }

  /// The first or last provider's word in a range that counts.
  private func witness(
    in range: Range<Int>, at place: Place, isLast: Bool, _ choice: Choice
  ) -> Witness? {
    var start = range.lowerBound
    var last: Witness?
    while start < range.upperBound, let found = names.find(in: bytes, start..<range.upperBound) {
      start = found.range.upperBound
      if place == .line, Carriers.isCommand(found.range, in: bytes) { continue }
      let counts = !names[found.entry].isCommon || isMeant(found.range, in: range, place)
      guard counts, let rule = choice(found.entry, place) else { continue }
      last = Witness(rule: rule, place: place)
      if !isLast { break }
    }
    return last
  }
}
