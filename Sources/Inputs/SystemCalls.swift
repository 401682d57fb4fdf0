internal import Findings
internal import Glibc

/// Repeats a call that a signal interrupted.
func retryingOnInterrupt<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The text of an error number.
func message(ofErrno code: CInt) -> String {
  var buffer = [CChar](repeating: 0, count: 128)
  return unsafe buffer.withUnsafeMutableBufferPointer { bytes in
    guard let base = bytes.baseAddress, unsafe strerror_r(code, base, bytes.count) == 0 else {
      return "error \(code)"
    }
    return unsafe String(cString: base)
  }
}

extension Path {
  /// Calls a closure with the path as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe (bytes + [0]).withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { unsafe body($0.baseAddress!) }
    }
  }

  /// Opens the path by open(2); a negative number and `errno` if that fails. A path longer than the
  /// system takes at once is opened piece by piece, no link followed: depth is no place to hide.
  func open(_ flags: CInt) -> CInt {
    var directory = AT_FDCWD
    defer { if directory >= 0 { close(directory) } }
    func step(_ piece: some Sequence<UInt8>, _ flags: CInt) -> CInt {
      retryingOnInterrupt {
        unsafe Path(bytes: piece).withCString { unsafe openat(directory, $0, flags) }
      }
    }
    var rest = bytes[...]
    while rest.count >= Int(PATH_MAX) {
      guard let slash = rest.prefix(Int(PATH_MAX) - 1).lastIndex(of: UInt8(ascii: "/")),
        slash > rest.startIndex
      else {
        errno = ENAMETOOLONG
        return -1
      }
      let next = step(rest[..<slash], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if directory >= 0 { close(directory) }
      directory = next
      guard next >= 0 else { return -1 }
      rest = rest[(slash + 1)...]
    }
    return step(rest, flags)
  }
}
