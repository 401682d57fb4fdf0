internal import Findings

/// The paths at which some blobs stood at any time, in their order.
struct HolderPlaces {
  private var paths: [Path] = []
  /// For each path of the history its place; -1 for all others.
  private var placeOfPath: [Int32]

  /// The paths of the blobs that hold a value. O(changes).
  init(_ history: History, of held: HeldValues) {
    placeOfPath = [Int32](repeating: -1, count: history.paths.count)
    var found: [Int] = []
    for change in history.changes {
      guard let new = change.new, !held.places(of: new).isEmpty, placeOfPath[change.path] < 0 else {
        continue
      }
      placeOfPath[change.path] = 0
      found.append(change.path)
    }
    found.sort { history.paths[$0] < history.paths[$1] }
    for (place, path) in found.enumerated() { placeOfPath[path] = Int32(clamping: place) }
    paths = found.map { history.paths[$0] }
  }

  /// How many there are.
  var count: Int { paths.count }

  /// The place of a path of the history, by its number; `nil` if no such blob ever stood there.
  func place(of path: Int) -> Int? { placeOfPath[path] < 0 ? nil : Int(placeOfPath[path]) }

  /// The places of a file, or of all files in a folder, whose path ends in `/`, or of all files for an
  /// empty path.
  ///
  /// - Parameter number: the path's number in the history.
  func places(below path: Path, _ number: Int) -> Range<Int> {
    if path.bytes.isEmpty { return 0..<count }
    guard path.bytes.last == UInt8(ascii: "/") else {
      return place(of: number).map { $0..<$0 + 1 } ?? 0..<0
    }
    // What begins with the folder stands together, in front of what the next byte begins.
    let next = Path(bytes: path.bytes.dropLast() + [UInt8(ascii: "/") + 1])
    let start = first(notBefore: path)
    return start..<max(start, first(notBefore: next))
  }

  private func first(notBefore path: Path) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if paths[middle] < path { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
