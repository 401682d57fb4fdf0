/// A line break as libyaml knows it: CR LF, LF, CR, NEL (U+0085), LS (U+2028), PS (U+2029).
struct LineBreak {
  /// Bytes in the text.
  let length: Int
  /// Bytes in a decoded scalar: LS and PS stay as they are, all others become LF.
  let decodedLength: Int

  /// The line break that begins at `offset`, if one does.
  init?(in bytes: [UInt8], at offset: Int) {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case Ascii.lineFeed:
      (length, decodedLength) = (1, 1)
    case Ascii.carriageReturn:
      let isPair = offset + 1 < bytes.count && bytes[offset + 1] == Ascii.lineFeed
      (length, decodedLength) = (isPair ? 2 : 1, 1)
    case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0x85:
      (length, decodedLength) = (2, 1)
    case 0xE2
    where offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
      (length, decodedLength) = (3, 3)
    default:
      return nil
    }
  }

  /// Whether folding may drop it.
  var isFoldable: Bool { decodedLength == 1 }
}

extension UInt8 {
  /// Space or tab: what YAML calls white space.
  var isBlank: Bool { self == Ascii.space || self == Ascii.tab }
  /// Space, tab, LF or CR.
  var isBlankOrBreak: Bool {
    isBlank || self == Ascii.lineFeed || self == Ascii.carriageReturn
  }
}
