import Findings

/// What makes two origins the same document to a reader, whichever blob or store held its bytes.
struct DocumentKey: Hashable {
  private let root: Int
  private let path: Path
  private let members: [Path]

  init(_ origin: Origin) {
    root = origin.root
    path = origin.path
    members = origin.members
  }
}
