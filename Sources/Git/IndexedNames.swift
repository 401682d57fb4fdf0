internal import Findings
internal import Glibc

/// The paths of an index one behind the other, so that names of directories are looked up in them
/// without making anything.
struct IndexedNames {
  private var bytes: [UInt8] = []
  /// Where the paths begin, and where the last one ends.
  private var starts: [Int] = [0]
  /// Which of them are those of submodules.
  private var submodules: Set<Int> = []

  /// The paths below a directory.
  struct Below {
    let paths: Range<Int>
    /// How many bytes of them are the directory's.
    let prefix: Int
  }

  /// - Parameter entries: in the order of their paths.
  init(_ entries: [IndexEntry]) {
    starts.reserveCapacity(entries.count + 1)
    for (index, entry) in entries.enumerated() {
      bytes += entry.path.bytes
      starts.append(bytes.count)
      if entry.mode.isSubmodule { submodules.insert(index) }
    }
  }

  /// The paths below a directory. O(log paths).
  func below(_ directory: Path) -> Below {
    let all = 0..<starts.count - 1
    guard !directory.bytes.isEmpty else { return Below(paths: all, prefix: 0) }
    return unsafe directory.bytes.withUnsafeBytes { name in
      let whole = Below(paths: all, prefix: 0)
      let first = unsafe place(of: name, before: UInt8(ascii: "/"), in: whole)
      let end = unsafe place(of: name, before: UInt8(ascii: "/") + 1, in: whole)
      return Below(paths: first..<end, prefix: name.count + 1)
    }
  }

  /// Whether a file of this name is among the paths of its directory. O(log paths).
  func holds(_ name: UnsafeRawBufferPointer, in directory: Below) -> Bool {
    unsafe index(of: name, in: directory) != nil
  }

  /// Whether a submodule of this name, or anything below a directory of this name, is among the paths
  /// of its directory. O(log paths).
  func holdsBelow(_ name: UnsafeRawBufferPointer, in directory: Below) -> Bool {
    if let index = unsafe index(of: name, in: directory) { return submodules.contains(index) }
    let slash = UInt8(ascii: "/")
    let place = unsafe place(of: name, before: slash, in: directory)
    guard place < directory.paths.upperBound else { return false }
    let start = starts[place] + directory.prefix
    guard starts[place + 1] - start > name.count, bytes[start + name.count] == slash else {
      return false
    }
    return unsafe order(ofPathAt: place, directory.prefix, name) == 0
  }

  private func index(of name: UnsafeRawBufferPointer, in directory: Below) -> Int? {
    let place = unsafe place(of: name, before: 0, in: directory)
    guard place < directory.paths.upperBound,
      starts[place + 1] - starts[place] - directory.prefix == name.count,
      unsafe order(ofPathAt: place, directory.prefix, name) == 0
    else { return nil }
    return place
  }

  /// The first path that does not stand before a name with a byte behind it; 0 for none.
  private func place(
    of name: UnsafeRawBufferPointer, before byte: UInt8, in directory: Below
  ) -> Int {
    var low = directory.paths.lowerBound
    var high = directory.paths.upperBound
    while low < high {
      let middle = (low + high) / 2
      var order = unsafe order(ofPathAt: middle, directory.prefix, name)
      if order == 0 {
        let start = starts[middle] + directory.prefix
        let count = starts[middle + 1] - start
        // What is shorter stands before, and so does what goes on with a lower byte.
        order = Int32(count - name.count)
        if order == 0 { order = byte == 0 ? 0 : -1 }
        if order > 0 { order = Int32(bytes[start + name.count]) - Int32(byte) }
      }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The order of a path without its directory and a name, as far as both go.
  private func order(
    ofPathAt index: Int, _ prefix: Int, _ name: UnsafeRawBufferPointer
  ) -> Int32 {
    let start = starts[index] + prefix
    let count = min(starts[index + 1] - start, name.count)
    guard count > 0, let base = name.baseAddress else { return 0 }
    return unsafe bytes.withUnsafeBytes { unsafe memcmp($0.baseAddress! + start, base, count) }
  }
}
