internal import Findings

/// The structure of a JSON Web Token in compact form (RFC 7515 §3.1): three parts of base64url, the
/// first a JSON object that names an algorithm, the second a JSON object.
enum JWTStructure {
  static func verify(_ token: [UInt8]) -> ChecksumOutcome {
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return .notApplicable }
    guard let header = Base64.decode(parts[0]), isObject(header), names("alg", in: header),
      let payload = Base64.decode(parts[1]), isObject(payload),
      Base64.decode(parts[2]) != nil
    else { return .bad }
    return .good
  }

  private static func isObject(_ json: [UInt8]) -> Bool {
    json.first(where: { !isSpace($0) }) == UInt8(ascii: "{")
      && json.last(where: { !isSpace($0) }) == UInt8(ascii: "}")
  }

  private static func names(_ key: String, in json: [UInt8]) -> Bool {
    let quoted = Array("\"\(key)\"".utf8)
    return json.indices.contains { json[$0...].starts(with: quoted) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
