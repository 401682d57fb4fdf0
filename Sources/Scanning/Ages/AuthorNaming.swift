internal import Digests
internal import Findings
internal import Git

/// What a report says of those who wrote a value into a repository.
public enum Authors: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case none
  /// A name that is the same for the same address and tells neither.
  case hash
  /// Name and address.
  case full
}

/// Names the authors of the first and the last commit of each value.
struct AuthorNaming {
  let authors: Authors
  /// A private key; without one the address of a hashed author can be guessed.
  let key: [UInt8]?

  /// Fills in the authors of findings and their members.
  ///
  /// - Throws: what kept git from reading the commits.
  func fill(
    _ findings: inout [Finding], root: Int, _ repository: Repository
  ) throws(GitError) {
    guard authors != .none else { return }
    var commits: Set<ObjectID> = []
    for finding in findings where finding.location.origin.root == root {
      for age in ([finding] + finding.members).compactMap(\.age) {
        commits.formUnion([age.introduced?.id, age.touched?.id].compactMap { $0 })
      }
    }
    let signatures = try repository.authors(of: commits.sorted())
    let names = signatures.mapValues(name)
    for index in findings.indices where findings[index].location.origin.root == root {
      for member in findings[index].members.indices {
        fill(&findings[index].members[member], names)
      }
      fill(&findings[index], names)
    }
  }

  private func fill(_ finding: inout Finding, _ names: [ObjectID: String]) {
    guard var age = finding.age else { return }
    age.firstAuthor = age.introduced.flatMap { names[$0.id] }
    age.lastAuthor = age.touched.flatMap { names[$0.id] }
    finding.age = age
  }

  private func name(_ signature: Signature) -> String {
    if authors == .full {
      let name = String(decoding: signature.name, as: UTF8.self)
      return "\(name) <\(String(decoding: signature.email, as: UTF8.self))>"
    }
    // Addresses are written in any case.
    let address = String(decoding: signature.email, as: UTF8.self).lowercased()
    let text = Array("leakage/author/v1\0\(address)".utf8)
    let digest =
      key.map { HMACSHA256(key: $0.span).authenticate(text.span).bytes }
      ?? SHA256.digest(text.span).bytes
    return "author-" + digest.prefix(6).hex
  }
}
