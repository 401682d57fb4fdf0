internal import Glibc

/// Looks at folders that the user named.
enum Folder {
  /// The names of what is in a folder; `nil` if the path is no folder, a file for example.
  static func fileNames(_ name: String) throws -> [String]? {
    guard let directory = unsafe opendir(name) else {
      let code = errno
      if code == ENOTDIR { return nil }
      throw Failure.usage("\(name): \(unsafe String(cString: strerror(code)))")
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let found = unsafe withUnsafePointer(to: entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !found.hasPrefix(".") { names.append(found) }
    }
    return names
  }

  /// Makes a folder, unless it is there.
  static func make(_ name: String) throws {
    if unsafe mkdir(name, 0o777) != 0, errno != EEXIST {
      throw Failure.internalError("cannot make the folder \(name)")
    }
  }

  /// A path, absolute and without links; `nil` if there is none.
  static func real(_ name: String) -> String? {
    guard let found = unsafe realpath(name, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
