internal import Glibc

/// A random key of the user's own, under which ages are kept in git directories. It lies in the user's
/// state folder (`$XDG_STATE_HOME/leakage/key`, else `~/.local/state/leakage/key`), not beside what it
/// protects, and is made when it is first needed.
enum UserKey {
  private static let length = 32

  /// The key; `nil` where it can neither be read nor made, as without a home.
  static func get() -> [UInt8]? {
    guard let folder else { return nil }
    let name = "\(folder)/key"
    if let key = read(name) { return key }
    var random = SystemRandomNumberGenerator()
    let key = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
    guard makeFolders(folder) else { return nil }
    let temporary = "\(name).\(getpid())"
    let file = unsafe open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return nil }
    let isWritten = Terminal.write(key, to: file) == nil
    close(file)
    // Of several runs that make one at the same time the first one wins: a link replaces nothing.
    if isWritten { _ = unsafe link(temporary, name) }
    _ = unsafe unlink(temporary)
    return read(name)
  }

  private static var folder: String? {
    let isAbsolute = { (path: String) in path.utf8.first == UInt8(ascii: "/") }
    if let state = Terminal.environment("XDG_STATE_HOME"), isAbsolute(state) {
      return "\(state)/leakage"
    }
    guard let home = Terminal.environment("HOME"), isAbsolute(home) else { return nil }
    return "\(home)/.local/state/leakage"
  }

  /// A key that nobody else can have read or written.
  private static func read(_ name: String) -> [UInt8]? {
    let file = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      facts.st_uid == geteuid(), facts.st_mode & 0o077 == 0
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: length + 1)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe Glibc.read(file, $0.baseAddress, $0.count)
    }
    return count == length ? Array(bytes.prefix(length)) : nil
  }

  private static func makeFolders(_ path: String) -> Bool {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if unsafe mkdir(made, 0o700) != 0, errno != EEXIST { return false }
    }
    return true
  }
}
