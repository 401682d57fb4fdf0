internal import Findings

/// Finds the data of Kubernetes' secrets in what `kubectl get secret -o yaml` or `-o json` printed:
/// base64, which hides nothing.
enum SecretDataReader {
  /// How far from its kind the data of a secret may stand.
  private static let reach = 32_768

  /// The data of all secrets of a text, in order. O(bytes + secrets × reach).
  static func read(_ text: [UInt8], places: LogPlaces) -> [EnvironmentBlock] {
    var blocks: [EnvironmentBlock] = []
    var patience = 8 * text.count + (1 << 20)
    var at = 0
    while patience > 0 {
      let hit = text.offset(of: "Secret", in: at..<text.count)
      guard hit < text.count else { break }
      at = hit + 6
      // `SecretList`, `SecretProviderClass`.
      guard at == text.count || !Byte.isWord(text[at]), let key = kind(before: hit, text) else {
        continue
      }
      patience -= 2 * reach
      if let block = data(around: key, of: text, places),
        !blocks.contains(where: { $0.range.overlaps(block.range) })
      {
        blocks.append(block)
      }
    }
    return blocks
  }

  /// Where the key stands if a kind is named at an offset: `kind: Secret`, `"kind": "Secret"`.
  private static func kind(before hit: Int, _ text: [UInt8]) -> Int? {
    for key in ["kind: ", "\"kind\": \""] {
      let start = hit - key.utf8.count
      if start >= 0, text.span.starts(with: key, at: start) { return start }
    }
    return nil
  }

  /// The `data:` of the object that has its kind at an offset: a line as deep as the kind's.
  private static func data(around hit: Int, of text: [UInt8], _ places: LogPlaces)
    -> EnvironmentBlock?
  {
    let line = lineStart(before: hit, text)
    let depth = hit - line
    guard text[line..<hit].allSatisfy({ $0 == Byte.space }) else { return nil }
    var above = line
    while above > max(0, line - reach) {
      let start = lineStart(before: above - 1, text)
      if let block = block(at: start, depth, text, places) { return block }
      guard isInside(start, depth, text) else { break }
      above = start
    }
    var below = text.offset(of: Byte.newline, in: hit..<text.count) + 1
    while below < min(text.count, line + reach) {
      if let block = block(at: below, depth, text, places) { return block }
      guard isInside(below, depth, text) else { break }
      below = text.offset(of: Byte.newline, in: below..<text.count) + 1
    }
    return nil
  }

  /// Whether a line is at least so deep, so that it belongs to the same object. The first key of an
  /// item stands behind a dash.
  private static func isInside(_ start: Int, _ depth: Int, _ text: [UInt8]) -> Bool {
    let end = min(text.count, start + depth)
    if text[start..<end].contains(Byte.newline) { return false }
    return text[start..<end].allSatisfy { $0 == Byte.space || $0 == UInt8(ascii: "-") }
      && !(end + 3 <= text.count && text[end..<end + 3].elementsEqual("---".utf8))
  }

  private static func block(at start: Int, _ depth: Int, _ text: [UInt8], _ places: LogPlaces)
    -> EnvironmentBlock?
  {
    let key = start + depth
    guard key < text.count, text[start..<key].allSatisfy({ $0 == Byte.space }) else { return nil }
    let isData =
      text.span.starts(with: "data:", at: key)
      || text.span.starts(with: "\"data\": {", at: key)
    guard isData else { return nil }
    let place = places.place(at: start)
    var assignments: [Assignment] = []
    var line = text.offset(of: Byte.newline, in: key..<text.count) + 1
    var last = line
    while line < text.count, line - start < reach {
      let end = text.offset(of: Byte.newline, in: line..<text.count)
      guard let entry = entry(line..<end, depth, text, place) else { break }
      assignments.append(entry)
      last = end
      line = end + 1
    }
    guard !assignments.isEmpty else { return nil }
    return EnvironmentBlock(kind: .secretData, range: start..<last, assignments: assignments)
  }

  /// `key: base64` or `"key": "base64",`.
  private static func entry(_ line: Range<Int>, _ depth: Int, _ text: [UInt8], _ place: Place)
    -> Assignment?
  {
    var at = line.lowerBound
    while at < line.upperBound, text[at] == Byte.space { at += 1 }
    guard at - line.lowerBound > depth else { return nil }
    let name = at
    while at < line.upperBound, text[at] != UInt8(ascii: ":") { at += 1 }
    guard at + 2 < line.upperBound, text[at + 1] == Byte.space else { return nil }
    let key = text[name..<at].filter { $0 != UInt8(ascii: "\"") }
    var start = at + 2
    var end = line.upperBound
    if text[start] == UInt8(ascii: "\"") { start += 1 }
    while end > start, text[end - 1] == UInt8(ascii: "\"") || text[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    guard start < end, let value = Base64.decode(text[start..<end]), !value.isEmpty else {
      return nil
    }
    // A secret's data is secret whatever its key is called.
    return Assignment(
      name: "secret \(String(decoding: key.prefix(128), as: UTF8.self))", value: value,
      kind: LogValue.kind(of: value), range: start..<end, place: place)
  }

  private static func lineStart(before offset: Int, _ text: [UInt8]) -> Int {
    var at = max(0, offset)
    while at > 0, text[at - 1] != Byte.newline { at -= 1 }
    return at
  }
}
