public import Findings
internal import Glibc

extension InputPlan {
  /// Where a file that was scanned stands for the process: absolute, the way to its root without
  /// links; `nil` for what is no file.
  public func location(of origin: Origin) -> Path? {
    guard origin.source == .file, origin.members.isEmpty else { return nil }
    return place(of: origin.root).appending(origin.path)
  }

  /// A small file that stands beside one that was scanned, and says more about it.
  ///
  /// - Parameters:
  ///   - name: its path from the folder of the file.
  ///   - limit: how many bytes are read at most; `nil` is the answer for a longer file.
  /// - Returns: `nil` if there is none that can be read. It is not asked for: no one is told.
  public func companion(_ name: String, of origin: Origin, limit: Int) -> [UInt8]? {
    guard let folder = location(of: origin)?.parentPrefix else { return nil }
    let path = Path(bytes: folder.bytes + Array(name.utf8))
    // A link on the way would lead to what nobody asked for.
    for (index, byte) in path.bytes.enumerated().dropFirst(folder.bytes.count)
    where byte == UInt8(ascii: "/") {
      let step = Path(bytes: path.bytes[..<index])
      let number = step.open(O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard number >= 0 else { return nil }
      close(number)
    }
    guard let file = try? FileDescriptor(opening: path), file.size <= limit else { return nil }
    return try? file.readHead(file.size)
  }

  /// The files in a folder of a root, at any depth, by their paths from the root; links are not
  /// followed.
  public func files(in folder: Path, of root: Int) -> [Path] {
    var files: [Path] = []
    DirectoryWalker().walk(place(of: root).appending(folder)) { path, entry in
      if entry == .file { files.append(folder.appending(path)) }
    }
    return files
  }
}
