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
    guard Self.hasNoLink(path, behind: folder.bytes.count),
      let file = try? FileDescriptor(opening: path), file.size <= limit
    else { return nil }
    return try? file.readHead(file.size)
  }

  /// Whether the folders on the way to a path are none but folders: a link would lead to what nobody
  /// asked for.
  private static func hasNoLink(_ path: Path, behind start: Int) -> Bool {
    path.bytes.enumerated().dropFirst(start).allSatisfy { index, byte in
      guard byte == UInt8(ascii: "/"), index > start else { return true }
      let step = Path(bytes: path.bytes[..<index])
      let number = step.open(O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if number >= 0 { close(number) }
      return number >= 0
    }
  }

  /// The files in a folder of a root, at any depth, by their paths from the root; links are not
  /// followed.
  public func files(in folder: Path, of root: Int) -> [Path] {
    let top = place(of: root)
    let start = top.appending(folder)
    guard Self.hasNoLink(start, behind: top.bytes.count) else { return [] }
    var files: [Path] = []
    DirectoryWalker().walk(start) { path, entry in
      if entry == .file { files.append(folder.appending(path)) }
    }
    return files
  }
}
