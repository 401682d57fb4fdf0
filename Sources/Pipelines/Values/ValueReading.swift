internal import Findings
internal import Logs

/// What a value is.
struct ValueReading {
  let kind: Assignment.Kind
  /// What counts of the value: all of it, or the literal part of a mixed one.
  let part: Range<Int>

  init(kind: Assignment.Kind, part: Range<Int>) {
    self.kind = kind
    self.part = part
  }

  /// Reads a decoded value.
  ///
  /// - Parameter names: which `$name` are lookups.
  init(of value: [UInt8], names: DollarNames) {
    let core = value.trimmed(value.indices)
    guard value[core].contains(where: Self.opensLookup) else {
      self.init(of: value, spans: [])
      return
    }
    var scanner = ReferenceScanner(value, names: names)
    self.init(of: value, spans: scanner.spans(in: core))
  }

  /// Reads a decoded value whose lookups are known.
  init(of value: [UInt8], spans: [ReferenceSpan]) {
    let core = value.trimmed(value.indices)
    var part = value.indices
    // A ciphertext or a store's name may hold what looks like a lookup.
    if Ciphertext.isCiphertext(value[core]) {
      kind = .encrypted
    } else if LookupScheme.isLookup(value[core]) {
      kind = .reference
    } else if spans.isEmpty {
      kind = Self.isMask(value[core]) ? .masked : .literal
    } else if let literal = LiteralPart.longest(in: value, core, spans: spans) {
      kind = .mixed
      part = literal
    } else {
      kind = .reference
    }
    self.part = part
  }

  private static func opensLookup(_ byte: UInt8) -> Bool {
    switch byte {
    case .dollar, .openBrace, .openParenthesis, .less, UInt8(ascii: "%"): true
    default: false
    }
  }

  private static func isMask(_ value: ArraySlice<UInt8>) -> Bool {
    // A `$NAME` that is no lookup here is none because of its surroundings.
    guard value.first != .dollar, let first = value.first(where: { !$0.isQuote }),
      maskStarts.contains(first)
    else { return false }
    return Mask.isMask(value)
  }

  /// What a mask or its quotes begin with; a byte that is neither letter nor sign may stand before it.
  private static let maskStarts = ByteSet(Array(0...UInt8.space) + "*xX[(<$".utf8)
}
