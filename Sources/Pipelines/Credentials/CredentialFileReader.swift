internal import Findings

/// Reads the values of a file that is named for its secrets. O(length).
struct CredentialFileReader {
  /// A file of one value is no longer, in bytes.
  private static let longestWhole = 512

  private let file: [UInt8]
  private let kind: CredentialFile
  private(set) var assignments: [Assignment] = []
  private(set) var places = PlaceTable()

  init(_ file: [UInt8], _ kind: CredentialFile) {
    self.file = file
    self.kind = kind
  }

  mutating func read() {
    if case .whole = kind.lines { return readWhole() }
    var start = 0
    while start < file.count {
      let end = file[start...].firstIndex(of: .newline) ?? file.count
      let line = file.trimmed(start..<end)
      if !line.isEmpty, file[line.lowerBound] != UInt8(ascii: "#"),
        file[line.lowerBound] != UInt8(ascii: ";")
      {
        read(line)
      }
      start = end + 1
    }
  }

  private mutating func read(_ line: Range<Int>) {
    switch kind.lines {
    case .whole: break
    case .field(let index):
      let fields = fields(of: line)
      if fields.count > index { add(fields[index], kind.name) }
    case .pair:
      let fields = fields(of: line)
      guard fields.count == 2, let colon = file[fields[1]].firstIndex(of: UInt8(ascii: ":"))
      else { return }
      add(colon + 1..<fields[1].upperBound, kind.name)
    case .quoted:
      let fields = fields(of: line)
      guard fields.count >= 2, file[line.lowerBound] == .doubleQuote, !isVerifier(fields[1]) else {
        return
      }
      add(fields[1], kind.name)
    case .named:
      // `:rubygems_api_key: value`; the value of a host's key is called by the host.
      guard file[line.lowerBound] == UInt8(ascii: ":"),
        let colon = file[line.lowerBound + 1..<line.upperBound].firstIndex(of: UInt8(ascii: ":"))
      else { return }
      add(file.unquoted(file.trimmed(colon + 1..<line.upperBound)), kind.name)
    }
  }

  /// One line is the value; of two, the first is the user.
  private mutating func readWhole() {
    guard file.count <= Self.longestWhole else { return }
    let lines = file.split(whereSeparator: \.isBreak).filter { !$0.allSatisfy(\.isWhite) }
    guard (1...2).contains(lines.count), let last = lines.last,
      lines.allSatisfy({ line in !file.trimmedSlice(line).contains(where: \.isWhite) })
    else { return }
    let value = file.trimmed(last.startIndex..<last.endIndex)
    if lines.count == 1 { return add(value, kind.name) }
    // Neither settings nor a list of them, nor one of words.
    guard !lines.contains(where: { $0.contains(.equals) || $0.contains(UInt8(ascii: ":")) }),
      file[value].contains(where: \.isDigit)
    else { return }
    add(value, "password")
  }

  /// What stands between blanks, quotes taken off.
  private func fields(of line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var place = line.lowerBound
    while place < line.upperBound {
      if file[place].isWhite {
        place += 1
      } else if file[place] == .doubleQuote,
        let close = file[place + 1..<line.upperBound].firstIndex(of: .doubleQuote)
      {
        fields.append(place + 1..<close)
        place = close + 1
      } else {
        let end = file[place..<line.upperBound].firstIndex(where: \.isWhite) ?? line.upperBound
        fields.append(place..<end)
        place = end
      }
    }
    return fields
  }

  /// What PostgreSQL keeps instead of a password: `md5…`, `SCRAM-SHA-256$…`.
  private func isVerifier(_ value: Range<Int>) -> Bool {
    file.has("SCRAM-", at: value.lowerBound)
      || value.count == 35 && file.has("md5", at: value.lowerBound)
  }

  private mutating func add(_ range: Range<Int>, _ name: String) {
    guard !range.isEmpty else { return }
    let value = Array(file[range])
    let found = ValueReading(of: value, names: .capitals)
    let place = Place(keyPath: name)
    let part = range.lowerBound + found.part.lowerBound..<range.lowerBound + found.part.upperBound
    places.add(part, place)
    assignments.append(
      Assignment(
        name: name, value: Array(value[found.part]), kind: found.kind, range: part, place: place))
  }
}

extension [UInt8] {
  fileprivate func trimmedSlice(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    self[trimmed(slice.startIndex..<slice.endIndex)]
  }
}
