/// Reads the blocks and attributes of HCL, as Terraform, Vault and Packer files have them. It never
/// fails: what it does not understand it steps over. O(length).
///
/// Source: developer.hashicorp.com/terraform, "Configuration Syntax".
struct HCLReader {
  private let file: [UInt8]
  private var at = 0
  /// The blocks around, the file first.
  private var open: [HCLBlock] = [HCLBlock(type: "", labels: [], range: 0..<0)]
  private var documents = HereDocumentEnds(isHCL: true)
  /// Blocks that are open beyond the deepest that is kept.
  private var deeper = 0
  /// Where the first one of them began.
  private var tooDeep: Int?

  /// How deep blocks are kept, the file included; deeper ones are taken for parts of the one around them.
  static let deepest = 32

  /// The blocks of a file, within one that stands for the file; and where blocks began that are too deep.
  static func read(_ file: [UInt8]) -> (root: HCLBlock, tooDeep: Int?) {
    var reader = HCLReader(file)
    reader.read()
    return (reader.open[0], reader.tooDeep)
  }

  private init(_ file: [UInt8]) { self.file = file }

  private mutating func read() {
    while at < file.count {
      if skipsBlank() { continue }
      switch file[at] {
      case .closeBrace:
        at += 1
        if deeper > 0 { deeper -= 1 } else { close() }
      case let byte where byte.isNameStart: readEntry()
      case .doubleQuote: at = stringEnd()
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

  /// Behind the string that begins here; one that its line does not close takes the rest of the line.
  private func stringEnd() -> Int {
    HCLStrings.end(in: file, at: at) ?? file[at...].firstIndex(of: .newline) ?? file.count
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
        guard open.count < Self.deepest else {
          deeper += 1
          if tooDeep == nil { tooDeep = word.lowerBound }
          return
        }
        open.append(
          HCLBlock(type: ShownText.bounded(file[word]), labels: labels, range: head))
        return
      case .doubleQuote where labels.count < 8:
        guard let end = HCLStrings.end(in: file, at: at) else {
          at = stringEnd()
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
    /// Up to where here-documents are sought no more.
    var unended = 0
    scan: while at < file.count {
      let byte = file[at]
      switch byte {
      case .newline where depth == 0: break scan
      case .openBrace, .openBracket, .openParenthesis: depth += 1
      case .closeBrace where depth == 0: break scan
      // One that nothing opened is no reason to look for the end elsewhere.
      case .closeBrace, UInt8(ascii: "]"), .closeParenthesis: depth = max(0, depth - 1)
      case .doubleQuote:
        guard let close = HCLStrings.end(in: file, at: at) else {
          // The damage costs its line, whatever brackets are open.
          at = stringEnd()
          end = file.trimmed(start..<at).upperBound
          break scan
        }
        at = close
        end = at
        continue scan
      case .less where file.has("<<", at: at) && at >= unended:
        if let document = HereDocument(file, at: at),
          let line = file[document.end...].firstIndex(of: .newline),
          let found = documents.body(of: document, in: file, from: line + 1)
        {
          // Its last line belongs to the expression, and the line's end ends that.
          at = file[found.end - 1] == .newline ? found.end - 1 : found.end
          end = at
          continue scan
        }
        unended = file[at...].firstIndex(of: .newline) ?? file.count
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
