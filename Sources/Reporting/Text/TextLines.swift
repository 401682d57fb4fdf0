import Findings

/// Lines of text for a terminal of a given width.
struct TextLines {
  /// A piece of text that is not broken.
  struct Piece {
    let text: String
    let style: Style

    init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  private(set) var bytes: [UInt8] = []
  private let width: Int
  private let color: Bool

  init(_ options: RenderOptions) {
    // 500 columns is more than anyone reads; a terminal may report any number.
    width = min(max(options.width, 40), 500)
    color = options.color
  }

  /// An empty line.
  mutating func blank() { bytes.append(0x0A) }

  /// One line that is not wrapped.
  mutating func line(_ text: String, _ style: Style = .plain, indent: Int = 0) {
    bytes += repeatElement(0x20, count: indent)
    bytes += style.paint(text, color: color).utf8
    blank()
  }

  /// Pieces in a row, wrapped between them; lines after the first are indented by `hanging`.
  mutating func row(_ pieces: [Piece], indent: Int, hanging: Int) {
    let gap = 2
    var column = indent
    var isFirst = true
    bytes += repeatElement(0x20, count: indent)
    for piece in pieces where !piece.text.isEmpty {
      let length = piece.text.count
      if !isFirst {
        if column + gap + length > width {
          blank()
          bytes += repeatElement(0x20, count: hanging)
          column = hanging
        } else {
          bytes += repeatElement(0x20, count: gap)
          column += gap
        }
      }
      bytes += piece.style.paint(piece.text, color: color).utf8
      column += length
      isFirst = false
    }
    blank()
  }

  /// Text wrapped at words; lines after the first are indented by `hanging`.
  mutating func paragraph(
    _ text: String, _ style: Style = .plain, indent: Int, hanging: Int
  ) {
    bytes += repeatElement(0x20, count: indent)
    flow(text, style, column: indent, hanging: hanging)
  }

  /// A faint label and phrases behind it, wrapped at words under the first phrase.
  mutating func labelled(
    _ label: String, _ phrases: [String], separator: String = ", ", indent: Int, column: Int = 10
  ) {
    guard !phrases.isEmpty else { return }
    let padded = label + String(repeating: " ", count: max(1, column - label.count))
    bytes += repeatElement(0x20, count: indent)
    bytes += Style.faint.paint(padded, color: color).utf8
    let hanging = indent + padded.count
    flow(phrases.joined(separator: separator), .plain, column: hanging, hanging: hanging)
  }

  /// Whether a text fits on a line as it is: printable ASCII, with single blanks between its words.
  private static func isOneLine(_ text: String, of room: Int) -> Bool {
    guard text.utf8.count <= room, Visible.isPlain(text) else { return false }
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte == 0x20, last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  /// Writes words from a column on. A word that is too long for a line has one of its own.
  private mutating func flow(_ text: String, _ style: Style, column: Int, hanging: Int) {
    if Self.isOneLine(text, of: width - column) {
      bytes += style.paint(text, color: color).utf8
      blank()
      return
    }
    var line = ""
    var length = column
    for word in text.split(separator: " ") {
      if !line.isEmpty, length + 1 + word.count > width {
        bytes += style.paint(line, color: color).utf8
        blank()
        bytes += repeatElement(0x20, count: hanging)
        (line, length) = ("", hanging)
      }
      length += word.count + (line.isEmpty ? 0 : 1)
      line += (line.isEmpty ? "" : " ") + word
    }
    bytes += style.paint(line, color: color).utf8
    blank()
  }
}
