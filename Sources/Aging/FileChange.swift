/// One file changed by one commit, as indices into the tables of a history. A merge has one change
/// for each of its parents, in their order.
struct FileChange: Sendable {
  // Half a million of these are held: 16 bytes instead of 48.
  private let commitIndex: Int32
  private let pathIndex: Int32
  private let oldIndex: Int32
  private let newIndex: Int32

  init(commit: Int, path: Int, old: Int?, new: Int?) {
    commitIndex = Int32(clamping: commit)
    pathIndex = Int32(clamping: path)
    oldIndex = Int32(clamping: old ?? -1)
    newIndex = Int32(clamping: new ?? -1)
  }

  var commit: Int { Int(commitIndex) }
  var path: Int { Int(pathIndex) }
  /// The blob before; `nil` where the parent lacks the file.
  var old: Int? { oldIndex < 0 ? nil : Int(oldIndex) }
  /// The blob after; `nil` where the file was removed.
  var new: Int? { newIndex < 0 ? nil : Int(newIndex) }
}
