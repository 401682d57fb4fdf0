/// What the values of a kind without a prefix look like, written as a template of literals and runs
/// of characters: `{hex:32}`, `b_{base62:44}`, `{uuid}`, `{base62:20-40}`.
///
/// Hexadecimal digits match in either case. A run takes all it can, so what follows a run of a
/// variable length must begin with another character; ``init(_:)`` sees to that. Hence matching
/// takes one pass.
public struct SecretShape: Sendable, Hashable {
  private enum Part: Hashable {
    case literal([UInt8])
    case run(ByteSet, ClosedRange<Int>)

    /// Whether the part may begin with a byte.
    func begins(with set: ByteSet) -> Bool {
      switch self {
      case .literal(let bytes): set.contains(bytes[0])
      case .run(let other, _): other.intersects(set)
      }
    }
  }

  private let parts: [Part]
  /// How many bytes a value has at least.
  public let minimumCount: Int
  /// Whether three letters or more stand in every value at the same place, as in `sk_live_…`.
  public let isMarked: Bool

  /// Reads a shape.
  ///
  /// - Throws: for parts that are no run of characters, and for runs whose end is not certain.
  public init(_ source: String) throws(TemplateError) {
    var parts: [Part] = []
    for part in try TemplatePart.parts(of: source) {
      switch part {
      case .literal(let bytes):
        parts.append(.literal(bytes))
      case .generated(let generator, let argument) where generator.name == Generator.uuid.name:
        guard argument.isEmpty else { throw TemplateError("uuid takes no argument") }
        for (index, count) in [8, 4, 4, 4, 12].enumerated() {
          if index > 0 { parts.append(.literal(Array("-".utf8))) }
          parts.append(.run(.hexadecimal, count...count))
        }
      case .generated(let generator, let argument):
        guard let run = try CharacterRun(name: generator.name, argument: argument) else {
          throw TemplateError("a shape has no place for: \(generator.name)")
        }
        let isHexadecimal = generator.name == "hex" || generator.name == "HEX"
        parts.append(.run(isHexadecimal ? .hexadecimal : ByteSet(run.characters), run.count))
      case .opening, .closing:
        throw TemplateError("a shape is a value as a whole, without « and »")
      }
    }
    for (part, next) in zip(parts, parts.dropFirst()) {
      if case .run(let set, let count) = part, count.count > 1, next.begins(with: set) {
        throw TemplateError("where a run of variable length ends must be certain")
      }
    }
    guard !parts.isEmpty else { throw TemplateError("an empty shape") }
    self.parts = parts
    isMarked = parts.contains { part in
      if case .literal(let bytes) = part { return bytes.count { $0 | 0x20 >= 0x61 } >= 3 }
      return false
    }
    minimumCount = parts.reduce(0) { sum, part in
      switch part {
      case .literal(let bytes): sum + bytes.count
      case .run(_, let count): sum + count.lowerBound
      }
    }
  }

  /// Where a value of this shape that begins at `start` ends, or `nil` if none begins there or it
  /// goes on as none does.
  public func end(in bytes: [UInt8], from start: Int) -> Int? {
    guard start + minimumCount <= bytes.count else { return nil }
    var place = start
    var last: ByteSet?
    for part in parts {
      switch part {
      case .literal(let literal):
        guard place + literal.count <= bytes.count else { return nil }
        for (offset, byte) in literal.enumerated() where bytes[place + offset] != byte {
          return nil
        }
        place += literal.count
        last = nil
      case .run(let set, let count):
        let limit = min(bytes.count, place + count.upperBound)
        let begin = place
        while place < limit, set.contains(bytes[place]) { place += 1 }
        guard place - begin >= count.lowerBound else { return nil }
        last = set
      }
    }
    return goesOn(bytes, at: place, last) ? nil : place
  }

  /// Whether what stands behind a value belongs to it, so that it is a part of something longer.
  private func goesOn(_ bytes: [UInt8], at place: Int, _ last: ByteSet?) -> Bool {
    guard place < bytes.count else { return false }
    let byte = bytes[place]
    if ByteSet.word.contains(byte) || last?.contains(byte) == true { return true }
    guard ByteSet.joint.contains(byte), place + 1 < bytes.count else { return false }
    return ByteSet.word.contains(bytes[place + 1])
  }
}
