internal import Findings

/// Reads numbers and strings of the SSH wire format (RFC 4251 §5).
struct SSHReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func number(bytes count: Int) -> UInt64? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  mutating func string() -> ArraySlice<UInt8>? {
    guard let length = number(bytes: 4), length <= UInt64(rest.count) else { return nil }
    defer { rest = rest.dropFirst(Int(length)) }
    return rest.prefix(Int(length))
  }
}

/// How many strings make up a public key of a type, behind the type.
enum SSHKeyType {
  static func fields(_ type: ArraySlice<UInt8>) -> Int? {
    switch String(decoding: type, as: UTF8.self) {
    case "ssh-ed25519": 1
    case "ssh-rsa": 2
    case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521": 2
    case "ssh-dss": 4
    default: nil
    }
  }
}

extension PublicKey {
  /// The public half that stands in the clear in a private key of OpenSSH (`PROTOCOL.key`).
  init?(openSSH bytes: ArraySlice<UInt8>) {
    let magic = Array("openssh-key-v1\0".utf8)
    guard bytes.starts(with: magic) else { return nil }
    var reader = SSHReader(bytes.dropFirst(magic.count))
    // Cipher, derivation and its options, number of keys.
    guard reader.string() != nil, reader.string() != nil, reader.string() != nil,
      reader.number(bytes: 4) == 1, let blob = reader.string()
    else { return nil }
    var key = SSHReader(blob)
    guard let type = key.string(), SSHKeyType.fields(type) != nil else { return nil }
    self.init(key.rest)
  }
}

/// The validity and the key of an OpenSSH certificate (`PROTOCOL.certkeys`). Nothing is verified.
struct SSHCertificate {
  let key: PublicKey
  let notBefore: Timestamp?
  /// `nil` for one that is valid for ever.
  let notAfter: Timestamp?

  init?(blob bytes: [UInt8]) {
    let suffix = "-cert-v01@openssh.com"
    var reader = SSHReader(bytes[...])
    guard let type = reader.string(), type.count > suffix.utf8.count,
      type.suffix(suffix.utf8.count).elementsEqual(suffix.utf8),
      let fields = SSHKeyType.fields(type.dropLast(suffix.utf8.count)), reader.string() != nil
    else { return nil }
    let start = reader.rest.startIndex
    for _ in 0..<fields { guard reader.string() != nil else { return nil } }
    guard let key = PublicKey(bytes[start..<reader.rest.startIndex]),
      // Serial, kind, id, principals.
      reader.number(bytes: 8) != nil, reader.number(bytes: 4) != nil, reader.string() != nil,
      reader.string() != nil, let after = reader.number(bytes: 8),
      let before = reader.number(bytes: 8)
    else { return nil }
    self.key = key
    notBefore = after == 0 ? nil : Moment.epoch(Double(after))
    notAfter = before == .max ? nil : Moment.epoch(Double(before))
    if before != .max, notAfter == nil { return nil }
  }
}
