internal import Findings
internal import FoundationEssentials

/// The caveats of a PyPI token: `[0, expires at, not before]`, `[1, [projects]]`,
/// `[2, [project ids]]`, `[3, user]` (`warehouse/macaroons/caveats` of PyPI), and the older objects
/// with `exp` and `nbf`.
enum PyPIMacaroonExpiry {
  static func read(_ token: [UInt8]) -> ExpiryFacts? {
    let prefix = Array("pypi-".utf8)
    guard token.starts(with: prefix), let bytes = Base64.decode(token.dropFirst(prefix.count)),
      let macaroon = Macaroon(bytes)
    else { return nil }
    var facts = ExpiryFacts(hasNoExpiry: true)
    if macaroon.location.elementsEqual("pypi.org".utf8)
      || macaroon.location.elementsEqual("test.pypi.org".utf8)
    {
      facts.facts.append(.init("index", String(decoding: macaroon.location, as: UTF8.self)))
    }
    for bytes in macaroon.caveats {
      guard let caveat = try? JSONDecoder().decode(Caveat.self, from: Data(bytes)) else {
        // It may be an expiry of a form to come.
        facts.hasNoExpiry = false
        continue
      }
      if caveat.isExpiry { facts.hasNoExpiry = false }
      // All caveats must hold, so the earliest end and the latest beginning count.
      facts.expires = [facts.expires, caveat.expires].compactMap { $0 }.min()
      facts.notBefore = [facts.notBefore, caveat.notBefore].compactMap { $0 }.max()
      if let scope = caveat.scope { facts.facts.append(.init("scope", scope)) }
    }
    return facts
  }

  private struct Caveat: Decodable {
    var isExpiry = false
    var expires: Timestamp?
    var notBefore: Timestamp?
    var scope: String?

    private enum CodingKeys: String, CodingKey {
      case exp, nbf
    }

    init(from decoder: any Decoder) throws {
      if let object = try? decoder.container(keyedBy: CodingKeys.self) {
        expires = (try? object.decode(Double.self, forKey: .exp)).flatMap(Moment.epoch)
        notBefore = (try? object.decode(Double.self, forKey: .nbf)).flatMap(Moment.epoch)
        isExpiry = object.contains(.exp)
        return
      }
      var list = try decoder.unkeyedContainer()
      switch try list.decode(Int.self) {
      case 0:
        isExpiry = true
        expires = (try? list.decode(Double.self)).flatMap(Moment.epoch)
        notBefore = (try? list.decode(Double.self)).flatMap(Moment.epoch)
      case 1, 2: scope = "certain projects"
      case 3: scope = "all projects of a user"
      default: throw DecodingError.dataCorruptedError(in: list, debugDescription: "unknown caveat")
      }
    }
  }
}
