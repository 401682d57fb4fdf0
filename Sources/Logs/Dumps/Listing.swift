/// A listing of settings: how it begins, how it goes on, and what its lines say.
struct Listing: Sendable {
  /// Where a name and its value stand in the text.
  typealias Entry = (name: Range<Int>, value: Range<Int>)

  let kind: EnvironmentBlock.Kind
  /// Whether a line belongs to a listing whose first line is so deep.
  let goesOn: @Sendable (borrowing Span<UInt8>, Int) -> Bool
  /// What a line of the text says; `nil` where Terraform wrote it, whose lines hang on those before.
  let entries: (@Sendable (Range<Int>, [UInt8]) -> [Entry])?

  /// Whether a line with this first byte may open a listing.
  static func mayOpen(with first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: ";"), UInt8(ascii: "O"), UInt8(ascii: "C"),
      UInt8(ascii: "T"), UInt8(ascii: "l"), Byte.space:
      true
    default: false
    }
  }

  /// The listing that a line opens.
  static func opened(by line: borrowing Span<UInt8>) -> Listing? {
    switch line[0] {
    case UInt8(ascii: ">") where line.starts(with: "> ") && line.contains(" HTTP/"): return .request
    case UInt8(ascii: ";") where line.starts(with: "; ") && Listing.isNPM(line): return .npm
    case UInt8(ascii: "O") where line.equals("Outputs:"): return .outputs
    case UInt8(ascii: "C") where line.equals("Changes to Outputs:"): return .plan
    case UInt8(ascii: "T")
    where line.starts(with: "Terraform will perform the following actions")
      || line.starts(with: "Terraform used the selected providers")
      || line.starts(with: "OpenTofu will perform the following actions"):
      return .plan
    case UInt8(ascii: "l") where line.starts(with: "last \"terraform apply\""): return .plan
    case Byte.space where line.trimmedEquals("Environment:"): return .podEnvironment
    default: return nil
    }
  }

  /// What curl -v sends: `> Authorization: Basic …`. Source: curl.se/docs/manpage, `--verbose`.
  private static let request = Listing(
    kind: .requestHeaders, goesOn: { line, _ in line.starts(with: "> ") },
    entries: { line, text in
      named(line.lowerBound + 2..<line.upperBound, text, by: UInt8(ascii: ":")).map { [$0] } ?? []
    })

  /// `npm config ls -l`: `name = value`, below comments that say where it is from. Source:
  /// docs.npmjs.com, "npm-config".
  private static let npm = Listing(
    kind: .configuration,
    goesOn: { line, _ in
      line.isEmpty || line[0] == UInt8(ascii: ";") || line.contains(" = ")
    },
    entries: { line, text in
      line.isEmpty || text[line.lowerBound] == UInt8(ascii: ";")
        ? [] : named(line, text, by: UInt8(ascii: "=")).map { [$0] } ?? []
    })

  private static func isNPM(_ line: borrowing Span<UInt8>) -> Bool {
    line.contains(" config from ") || line.contains("default values")
      || line.contains("cli configs") || line.contains("userconfig ")
  }

  /// The end of an apply. Lists and maps are indented, and end with a bracket. Source:
  /// developer.hashicorp.com, "terraform output".
  private static let outputs = Listing(
    kind: .plan,
    goesOn: { line, _ in
      line.isEmpty || line[0] == Byte.space || isClosing(line[0]) || line.contains(" = ")
    },
    entries: nil)

  /// A plan: all of it is indented, or begins with what becomes of the line.
  private static let plan = Listing(
    kind: .plan,
    goesOn: { line, _ in
      line.isEmpty || line[0] == Byte.space || isChange(line[0])
        || line.equals("Changes to Outputs:")
    },
    entries: nil)

  private static func isClosing(_ byte: UInt8) -> Bool { "]})".utf8.contains(byte) }

  private static func isChange(_ byte: UInt8) -> Bool { "\t+-~!#".utf8.contains(byte) }

  /// `kubectl describe pod`: `NAME:  value`, deeper than the word above them.
  private static let podEnvironment = Listing(
    kind: .configuration,
    goesOn: { line, depth in
      guard line.count > depth + 1 else { return false }
      for index in 0...depth where line[index] != Byte.space { return false }
      return line.contains(":")
    },
    entries: { line, text in named(line, text, by: UInt8(ascii: ":")).map { [$0] } ?? [] })

  /// The name before a sign and the value behind it, quotes left out.
  private static func named(_ line: Range<Int>, _ text: [UInt8], by sign: UInt8) -> Entry? {
    let at = text.offset(of: sign, in: line)
    guard at < line.upperBound else { return nil }
    let name = text.unblanked(line.lowerBound..<at)
    var value = text.unblanked(at + 1..<line.upperBound)
    // `//registry.npmjs.org/:_authToken`: the last part is the name.
    let colon = text[name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.lowerBound
    guard colon < name.upperBound, !value.isEmpty, name.count <= 256 else { return nil }
    if value.count >= 2, text[value.lowerBound] == UInt8(ascii: "\""),
      text[value.upperBound - 1] == UInt8(ascii: "\"")
    {
      value = value.lowerBound + 1..<value.upperBound - 1
    }
    return value.isEmpty ? nil : (colon..<name.upperBound, value)
  }
}

extension Span<UInt8> {
  /// Whether a text stands anywhere within.
  fileprivate func contains(_ text: StaticString) -> Bool {
    let last = count - text.utf8CodeUnitCount
    guard last >= 0 else { return false }
    return text.withUTF8Buffer { needle in
      let first = unsafe needle[0]
      for start in 0...last where self[start] == first {
        var index = 1
        while index < needle.count, unsafe self[start + index] == needle[index] { index += 1 }
        if index == needle.count { return true }
      }
      return false
    }
  }

  /// Whether the line is a text with blanks before it.
  fileprivate func trimmedEquals(_ text: String) -> Bool {
    let start = count - text.utf8.count
    guard start > 0, starts(with: text, at: start) else { return false }
    for index in 0..<start where self[index] != Byte.space { return false }
    return true
  }
}
