/// What two halves of a pair have in common: the modulus of RSA, the point of an elliptic curve, or
/// the fields of an OpenSSH key behind its type.
struct PublicKey: Hashable {
  let bytes: [UInt8]

  /// A number or a point; `nil` for one that is too short to tell keys apart.
  init?(_ bytes: ArraySlice<UInt8>) {
    let number = bytes.drop { $0 == 0 }
    guard number.count >= 32 else { return nil }
    self.bytes = Array(number)
  }
}

extension PublicKey {
  /// The public half that a private key in DER holds: PKCS #1 (RFC 8017), SEC 1 (RFC 5915), or either
  /// inside of PKCS #8 (RFC 5208). A key of Ed25519 and one without its point hold none.
  init?(privateDER bytes: ArraySlice<UInt8>, depth: Int = 0) {
    var outer = DERReader(bytes)
    guard depth < 2, let content = outer.next(DERReader.Tag.sequence) else { return nil }
    var fields = DERReader(content)
    guard fields.next(DERReader.Tag.integer) != nil, let second = fields.next() else { return nil }
    switch second.tag {
    case DERReader.Tag.integer:
      self.init(second.content)
    case DERReader.Tag.sequence:
      guard let inner = fields.next(DERReader.Tag.octetString) else { return nil }
      self.init(privateDER: inner, depth: depth + 1)
    case DERReader.Tag.octetString:
      while let field = fields.next() {
        guard field.tag == DERReader.Tag.context(1) else { continue }
        var point = DERReader(field.content)
        // The first byte counts the unused bits: none.
        guard let bits = point.next(DERReader.Tag.bitString) else { return nil }
        self.init(bits.dropFirst())
        return
      }
      return nil
    default: return nil
    }
  }

  /// The key of a SubjectPublicKeyInfo (RFC 5280 §4.1).
  init?(info content: ArraySlice<UInt8>) {
    var fields = DERReader(content)
    guard fields.next(DERReader.Tag.sequence) != nil,
      let bits = fields.next(DERReader.Tag.bitString)
    else { return nil }
    var key = DERReader(bits.dropFirst())
    if let content = key.next(DERReader.Tag.sequence) {
      var numbers = DERReader(content)
      guard let modulus = numbers.next(DERReader.Tag.integer) else { return nil }
      self.init(modulus)
    } else {
      self.init(bits.dropFirst())
    }
  }
}
