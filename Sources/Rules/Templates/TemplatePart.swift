/// A part of a template, in the order of the text.
enum TemplatePart {
  case literal([UInt8])
  case generated(Generator, argument: String)
  case opening
  case closing

  /// The parts of a template.
  static func parts(of source: String) throws(TemplateError) -> [TemplatePart] {
    let bytes = Array(source.utf8)
    var parts: [TemplatePart] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = []
    }
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: "«".utf8) || bytes[index...].starts(with: "»".utf8) {
        flush()
        parts.append(bytes[index...].starts(with: "«".utf8) ? .opening : .closing)
        index += 2
      } else if let call = Call(bytes, at: index) {
        flush()
        guard let generator = Generators.all.first(where: { $0.name == call.name }) else {
          throw TemplateError("unknown generator: \(call.name)")
        }
        parts.append(.generated(generator, argument: call.argument))
        index = call.end
      } else {
        literal.append(bytes[index])
        index += 1
      }
    }
    flush()
    return parts
  }

  /// `{name}` or `{name:argument}`.
  private struct Call {
    let name: String
    let argument: String
    let end: Int

    init?(_ bytes: [UInt8], at start: Int) {
      guard bytes[start] == UInt8(ascii: "{"),
        start == 0 || bytes[start - 1] != UInt8(ascii: "$"),
        let close = bytes[start...].firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      let inside = bytes[(start + 1)..<close]
      let nameEnd = inside.firstIndex { !Self.isNameByte($0) } ?? close
      guard nameEnd > start + 1, nameEnd == close || bytes[nameEnd] == UInt8(ascii: ":") else {
        return nil
      }
      name = String(decoding: bytes[(start + 1)..<nameEnd], as: UTF8.self)
      argument = String(decoding: bytes[min(nameEnd + 1, close)..<close], as: UTF8.self)
      end = close + 1
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
      default: false
      }
    }
  }
}
