/// A macaroon in the binary format 2 of libmacaroons: packets of type, length and data, sections
/// ended by a zero.
struct Macaroon {
  /// Where the macaroon is good, such as the host name of an index.
  let location: [UInt8]
  /// The identifiers of the first-party caveats, in order.
  let caveats: [[UInt8]]

  private enum Packet {
    static let location: UInt8 = 1
    static let identifier: UInt8 = 2
    static let verification: UInt8 = 4
    static let signature: UInt8 = 6
  }

  /// Reads a macaroon; `nil` for anything else, also if it is cut.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes[...])
    guard reader.byte() == 2, let header = reader.section(),
      header[Packet.identifier] != nil
    else { return nil }
    var caveats: [[UInt8]] = []
    while let section = reader.section(), !section.isEmpty {
      guard let identifier = section[Packet.identifier] else { return nil }
      // With a verification packet a third party must be asked.
      if section[Packet.verification] == nil { caveats.append(identifier) }
    }
    guard let (type, signature) = reader.packet(), type == Packet.signature,
      signature.count == 32
    else { return nil }
    location = header[Packet.location] ?? []
    self.caveats = caveats
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    init(_ rest: ArraySlice<UInt8>) { self.rest = rest }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func packet() -> (type: UInt8, data: [UInt8])? {
      guard let type = byte(), type != 0, let length = varint(), length <= rest.count else {
        return nil
      }
      let data = Array(rest.prefix(length))
      rest = rest.dropFirst(length)
      return (type, data)
    }

    /// The packets up to the next zero; `nil` if it is missing.
    mutating func section() -> [UInt8: [UInt8]]? {
      var section: [UInt8: [UInt8]] = [:]
      while let next = rest.first {
        if next == 0 {
          rest = rest.dropFirst()
          return section
        }
        guard let (type, data) = packet() else { return nil }
        section[type] = data
      }
      return nil
    }

    /// A length of up to three groups of seven bits, which is more than any value here has.
    private mutating func varint() -> Int? {
      var length = 0
      for group in 0..<3 {
        guard let byte = byte() else { return nil }
        length |= Int(byte & 0x7F) << (7 * group)
        if byte < 0x80 { return length }
      }
      return nil
    }
  }
}
