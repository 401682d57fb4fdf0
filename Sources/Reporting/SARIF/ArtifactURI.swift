import Findings

/// The URI of a document in SARIF: relative, because code scanning takes it from the top of the
/// repository.
enum ArtifactURI {
  /// The percent-encoded path, archive members appended; with the root's prefix only if there are
  /// several roots.
  static func text(_ origin: Origin, _ report: Report) -> String {
    var path = origin.path
    if report.roots.count > 1, report.roots.indices.contains(origin.root) {
      path = Path(bytes: report.roots[origin.root].prefix.bytes + path.bytes)
    }
    var uri = path.uri
    for member in origin.members {
      // A member's name is the attacker's: `../../x` must not lead out of the archive, and a
      // leading slash adds nothing.
      let parts = member.uri.split(separator: "/").map { $0 == ".." ? "%2E%2E" : String($0) }
      uri += (uri.isEmpty ? "" : "/") + parts.joined(separator: "/")
    }
    // Two slashes in front would make the first part a host.
    while uri.hasPrefix("//") { uri.removeFirst() }
    return uri.isEmpty ? "stdin" : uri
  }
}
