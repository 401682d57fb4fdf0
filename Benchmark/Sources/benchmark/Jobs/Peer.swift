/// A tool that leakage is compared with, if it is there.
enum Peer: String, CaseIterable {
  case kingfisher, rg, git
  case detectSecrets = "detect-secrets"
  case credsweeper

  /// Reads `kingfisher,rg=/opt/rg/bin/rg`: each name may have the path of its program; without
  /// one it is looked for on PATH, and left out if it is not there.
  static func parse(_ list: String, find: (String) -> String?) throws(Unknown) -> [Peer: String] {
    var paths: [Peer: String] = [:]
    for item in list.split(separator: ",") {
      let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, let peer = Peer(rawValue: name) else {
        throw Unknown(name: String(item))
      }
      paths[peer] = parts.count > 1 ? parts[1] : find(name)
    }
    return paths
  }

  struct Unknown: Error, CustomStringConvertible {
    var name: String
    var description: String {
      "'\(name)' is no peer; there are " + Peer.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}
