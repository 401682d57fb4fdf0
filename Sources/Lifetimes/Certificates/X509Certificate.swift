internal import Findings

/// The validity and the key of an X.509 certificate (RFC 5280 §4.1). Nothing is verified.
struct X509Certificate {
  let key: PublicKey
  let notBefore: Timestamp
  /// `nil` for 9999-12-31, by which a certificate says that it has no end.
  let notAfter: Timestamp?

  init?(der bytes: [UInt8]) {
    var outer = DERReader(bytes[...])
    guard let certificate = outer.next(DERReader.Tag.sequence) else { return nil }
    var parts = DERReader(certificate)
    guard let signed = parts.next(DERReader.Tag.sequence) else { return nil }
    var fields = DERReader(signed)
    _ = fields.next(DERReader.Tag.context(0))
    guard fields.next(DERReader.Tag.integer) != nil,
      // Algorithm and issuer.
      fields.next(DERReader.Tag.sequence) != nil, fields.next(DERReader.Tag.sequence) != nil,
      let validity = fields.next(DERReader.Tag.sequence),
      // Subject.
      fields.next(DERReader.Tag.sequence) != nil,
      let info = fields.next(DERReader.Tag.sequence), let key = PublicKey(info: info)
    else { return nil }
    var times = DERReader(validity)
    guard let first = times.next(), let second = times.next(),
      let notBefore = Self.moment(first.tag, first.content),
      let notAfter = Self.moment(second.tag, second.content), notBefore <= notAfter
    else { return nil }
    self.key = key
    self.notBefore = notBefore
    self.notAfter = notAfter.date.year == 9999 ? nil : notAfter
  }

  /// `YYMMDDhhmmssZ`, or with the century.
  private static func moment(_ tag: UInt8, _ text: ArraySlice<UInt8>) -> Timestamp? {
    let digits = text.dropLast().map { Int($0) - 0x30 }
    let hasCentury = tag == DERReader.Tag.generalizedTime
    guard hasCentury || tag == DERReader.Tag.utcTime, text.last == UInt8(ascii: "Z"),
      digits.count == (hasCentury ? 14 : 12), digits.allSatisfy({ (0...9).contains($0) })
    else { return nil }
    func pair(_ place: Int) -> Int { digits[place] * 10 + digits[place + 1] }
    let start = hasCentury ? 4 : 2
    let year = hasCentury ? pair(0) * 100 + pair(2) : pair(0) + (pair(0) < 50 ? 2000 : 1900)
    guard (1...12).contains(pair(start)), (1...31).contains(pair(start + 2)),
      pair(start + 4) < 24, pair(start + 6) < 60, pair(start + 8) < 60
    else { return nil }
    let moment = Timestamp(
      year: year, month: pair(start), day: pair(start + 2), hour: pair(start + 4),
      minute: pair(start + 6), second: pair(start + 8))
    // The 30th of February is not the 2nd of March.
    return moment.date.day == pair(start + 2) ? moment : nil
  }
}
