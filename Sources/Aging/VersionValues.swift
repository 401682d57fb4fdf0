internal import Findings

/// The values of versions of pipeline files, each read once.
final class VersionValues {
  private struct Place: Hashable {
    let blob: Int
    let path: Int
  }

  private let history: History
  private let read: (ObjectID, Path) -> Rotations.Values?
  private var known: [Place: Rotations.Values] = [:]

  init(_ history: History, _ read: @escaping (ObjectID, Path) -> Rotations.Values?) {
    self.history = history
    self.read = read
  }

  /// The values of a file; none where it cannot be read.
  subscript(file: Lineage.File) -> Rotations.Values {
    // The path takes part: the same blob is a pipeline file at one path and not at another.
    let place = Place(blob: file.blob, path: file.path)
    if let values = known[place] { return values }
    let values = read(history.blob(file.blob), history.paths[file.path]) ?? [:]
    known[place] = values
    return values
  }
}
