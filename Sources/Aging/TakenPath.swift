/// A path that a merge has from another parent than the first, as indices: of the commit, of the path, and
/// of the parent among the merge's.
struct TakenPath: Sendable {
  let commit: Int32
  let path: Int32
  let parent: Int32
}
