/// The host of a registry, for people: of an address nothing else is shown, since a user, a password or a
/// token may stand in it.
enum RegistryHost {
  /// The host that an address names: `ghcr.io`, `localhost:5000`.
  static func shown(_ address: String) -> String {
    var host = Array(address.utf8)[...]
    if let user = host.lastIndex(of: UInt8(ascii: "@")) {
      // What looks like a host behind a question mark is no host.
      guard !host[..<user].contains(where: { "?#".utf8.contains($0) }) else { return unknown }
      host = host[(user + 1)...]
    } else if let scheme = Array(host).firstOffset(of: "://", from: 0) {
      host = host[(scheme + 3)...]
    }
    host = host.prefix { !"/?#".utf8.contains($0) }
    let parts = host.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2, host.count <= 128,
      name.allSatisfy({ $0.isWord || ".-".utf8.contains($0) }),
      parts.dropFirst().allSatisfy({ (1...5).contains($0.count) && $0.allSatisfy(\.isDigit) }),
      parts.count == 2 || name.contains(UInt8(ascii: ".")) || name.elementsEqual("localhost".utf8)
    else { return unknown }
    return String(decoding: host, as: UTF8.self)
  }

  private static let unknown = "a registry"
}
