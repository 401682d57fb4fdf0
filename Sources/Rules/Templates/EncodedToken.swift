internal import Findings

extension Generator {
  /// `{age-identity}`: a private key of age; `{age-identity:wrong}`: one with a wrong checksum.
  static let ageIdentity = Generator(name: "age-identity") {
    (argument, random) throws(TemplateError) in
    guard argument.isEmpty || argument == "wrong" else {
      throw TemplateError("only wrong may stand there")
    }
    let prefix = Array(AgeIdentity.prefix.utf8)
    let body = random.characters(
      AgeIdentity.bodyLength, of: Array("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".utf8))
    let tail = Bech32.tail(prefix: prefix, digits: body).map { byte in
      (0x61...0x7A).contains(byte) ? byte & ~0x20 : byte
    }
    let token = prefix + [UInt8(ascii: "1")] + body + tail
    guard argument == "wrong", let last = token.last else { return token }
    return token.dropLast() + [last == UInt8(ascii: "Q") ? UInt8(ascii: "P") : UInt8(ascii: "Q")]
  }

  /// `{jfrog-key:73}`: an API key of Artifactory, so many characters in all.
  static let jfrogKey = Generator(name: "jfrog-key") { (argument, random) throws(TemplateError) in
    let count = try count(argument)
    guard count > 4 else { throw TemplateError("a key has more than 4 characters") }
    return Array("AKCp".utf8)
      + random.characters(
        count - 4, of: Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8))
  }

  /// `{json-base64:k=1,n=ci}`: base64 of a JSON object.
  static let jsonBase64 = Generator(name: "json-base64") { (argument, _) throws(TemplateError) in
    let members = try pairs(argument).map { name, value in
      Int64(value) != nil ? "\"\(name)\":\(value)" : "\"\(name)\":\"\(value)\""
    }
    return Base64.encode(Array("{\(members.joined(separator: ","))}".utf8))
  }

  /// `{data-center}`: an access token of Jira or Confluence Data Center.
  static let dataCenter = Generator(name: "data-center") { (_, random) throws(TemplateError) in
    let id = random.characters(12, of: Array("123456789".utf8))
    return Base64.encode(id + [UInt8(ascii: ":")] + random.bytes(20))
  }

  /// `{discord}`: a bot token of Discord.
  static let discord = Generator(name: "discord") { (_, random) throws(TemplateError) in
    let id = random.characters(18, of: Array("123456789".utf8))
    return Base64.encode(id) + Array(".".utf8)
      + random.characters(6, of: Numeral.base62.digits) + Array(".".utf8)
      + random.characters(38, of: Numeral.base62.digits)
  }
}
