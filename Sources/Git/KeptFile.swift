internal import Findings
internal import Glibc

/// The only thing that is ever written: what a later run may use, in the folder `leakage` of the git
/// directory.
///
/// The folder may belong to an attacker, so links are never followed, only the user's own files in the
/// user's own folder count, and whoever reads has to know by a key of his own that he wrote it.
extension Repository {
  private static let folder = "leakage"

  /// The bytes that were kept under a name; `nil` if there are none, or more than a limit.
  public func kept(_ name: String, atMost limit: Int) -> [UInt8]? {
    guard let folder = keptFolder(makes: false) else { return nil }
    defer { close(folder) }
    let file = unsafe openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      facts.st_uid == geteuid(), facts.st_size <= limit
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe Glibc.read(file, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }

  /// Keeps bytes under a name, in place of older ones: whoever reads at the same time finds the old ones
  /// or the new ones. Where that is not possible, as in a folder that is read-only, nothing happens.
  public func keep(_ bytes: [UInt8], as name: String) {
    guard !isOwnedByAnother, let folder = keptFolder(makes: true) else { return }
    defer { close(folder) }
    removeLeftovers(of: name, in: folder)
    // Several runs at once each have a name of their own.
    let temporary = "\(name).\(getpid()).\(UInt32.random(in: .min ... .max))"
    let file = unsafe openat(
      folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      written += count
    }
    close(file)
    if written < bytes.count || (unsafe renameat(folder, temporary, folder, name)) != 0 {
      _ = unsafe unlinkat(folder, temporary, 0)
    }
  }

  /// Removes what runs have left that were ended while they wrote, an hour ago or longer: else such files
  /// would pile up.
  private func removeLeftovers(of name: String, in folder: CInt) {
    let beginning = Array("\(name).".utf8)
    for found in FileSystem.names(in: gitDirectory.appending(Path(Self.folder)))
    where found.starts(with: beginning)
      && found.dropFirst(beginning.count).allSatisfy({ $0 == 0x2E || 0x30...0x39 ~= $0 })
    {
      let file = found.map { CChar(bitPattern: $0) } + [0]
      var facts = stat()
      guard unsafe fstatat(folder, file, &facts, AT_SYMLINK_NOFOLLOW) == 0,
        facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid(),
        facts.st_mtim.tv_sec < time(nil) - Self.longestWriting
      else { continue }
      _ = unsafe unlinkat(folder, file, 0)
    }
  }

  /// How many seconds a run may take to write a file.
  private static let longestWriting = 3600

  /// The folder, opened; `nil` if it is not there, or not the user's own.
  private func keptFolder(makes: Bool) -> CInt? {
    let name = gitDirectory.bytes.map { CChar(bitPattern: $0) } + [0]
    let parent = unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { return nil }
    defer { close(parent) }
    if makes { _ = unsafe mkdirat(parent, Self.folder, 0o700) }
    let folder = unsafe openat(
      parent, Self.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard folder >= 0 else { return nil }
    var facts = stat()
    guard unsafe fstat(folder, &facts) == 0, facts.st_uid == geteuid() else {
      close(folder)
      return nil
    }
    return folder
  }
}
