/// Reads the blocks and attributes of HCL, as Terraform, Vault and Packer files have them. It never
/// fails: what it does not understand it steps over. O(length).
///
/// Source: developer.hashicorp.com/terraform, "Configuration Syntax".
struct HCLReader {
  private let file: [UInt8]
  private var at = 0
  /// The blocks around, the file first.
  private var open: [HCLBlock] = [HCLBlock(type: "", labels: [], range: 0..<0)]

  /// Deeper blocks are taken for parts of the one around them.
  private static let deepest = 32

  /// The blocks of a file, within one that stands for the file.
  static func read(_ file: [UInt8]) -> HCLBlock {
    var reader = HCLReader(file)
    reader.read()
    return reader.open[0]
  }

  private init(_ file: [UInt8]) { self.file = file }

  private mutating func read() {
    while at < file.count {
      if skipsBlank() { continue }
      switch file[at] {
      case .closeBrace:
        at += 1
        close()
      case let byte where byte.isNameStart: readEntry()
      case .doubleQuote: at = HCLStrings.end(in: file, at: at) ?? at + 1
      default: at += 1
      }
    }
    while open.count > 1 { close() }
  }

  private mutating func close() {
    guard open.count > 1 else { return }
    let block = open.removeLast()
    open[open.count - 1].blocks.append(block)
  }

  /// Steps over white space or a comment.
  private mutating func skipsBlank() -> Bool {
    if file[at].isWhite {
      at += 1
    } else if file[at] == UInt8(ascii: "#") || file.has("//", at: at) {
      at = file[at...].firstIndex(of: .newline) ?? file.count
    } else if file.has("/*", at: at) {
      at = file.firstOffset(of: "*/", from: at).map { $0 + 2 } ?? file.count
    } else {
      return false
    }
    return true
  }

  /// An attribute or the head of a block.
  private mutating func readEntry() {
    let word = word()
    var head = word
    var labels: [String] = []
    while at < file.count {
      while at < file.count, file[at] == .space || file[at] == .tab { at += 1 }
      guard at < file.count else { return }
      switch file[at] {
      case .equals where !file.has("==", at: at):
        at += 1
        readExpression(of: String(decoding: file[word], as: UTF8.self))
        return
      case .openBrace:
        at += 1
        guard open.count < Self.deepest else { return }
        open.append(
          HCLBlock(type: ShownText.bounded(file[word]), labels: labels, range: head))
        return
      case .doubleQuote where labels.count < 8:
        guard let end = HCLStrings.end(in: file, at: at) else {
          at += 1
          return
        }
        labels.append(ShownText.bounded(file[at + 1..<end - 1]))
        at = end
        head = word.lowerBound..<end
      case let byte where byte.isNameStart && labels.count < 8:
        labels.append(ShownText.bounded(file[self.word()]))
      default:
        return
      }
    }
  }

  private mutating func word() -> Range<Int> {
    let start = at
    while at < file.count, file[at].isWord || file[at] == UInt8(ascii: "-") { at += 1 }
    return start..<at
  }

  /// An expression ends with its line, unless a bracket is open.
  private mutating func readExpression(of name: String) {
    while at < file.count, file[at] == .space || file[at] == .tab { at += 1 }
    let start = at
    var end = at
    var depth = 0
    scan: while at < file.count {
      let byte = file[at]
      switch byte {
      case .newline where depth == 0: break scan
      case .openBrace, .openBracket, .openParenthesis: depth += 1
      case .closeBrace where depth == 0: break scan
      case .closeBrace, UInt8(ascii: "]"), .closeParenthesis: depth -= 1
      case .doubleQuote:
        at = HCLStrings.end(in: file, at: at) ?? at + 1
        end = at
        continue scan
      case .less where file.has("<<", at: at):
        if let document = HereDocument(file, at: at),
          let line = file[document.end...].firstIndex(of: .newline),
          let found = HCLStrings.body(of: document, in: file, from: line + 1)
        {
          at = found
          end = at
          continue scan
        }
      case UInt8(ascii: "#"):
        at = file[at...].firstIndex(of: .newline) ?? file.count
        continue scan
      case UInt8(ascii: "/") where file.has("//", at: at) || file.has("/*", at: at):
        if skipsBlank() { continue scan }
      default: break
      }
      at += 1
      if !byte.isWhite { end = at }
    }
    guard end > start else { return }
    open[open.count - 1].attributes.append(
      HCLStrings.attribute(String(name.prefix(ShownText.longest)), start..<end, in: file))
  }
}
