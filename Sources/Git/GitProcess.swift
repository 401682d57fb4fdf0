internal import Findings
internal import Glibc

/// A running git: bytes go in and come out of one loop around `poll`, so that neither side can wait
/// for the other forever, and no thread is needed.
///
/// A git that does nothing for `patience` seconds while we wait for it (a FIFO in the repository is
/// enough) is ended. The process ends with this value.
struct GitProcess: ~Copyable {
  private let name: String
  private let patience: Int
  private var child: Spawn.Child
  /// Whether the process is still to be waited for.
  private var isRunning = true
  private var pending: [UInt8] = []
  private var written = 0
  private var closesInput = false
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  private var start = 0
  private var end = 0
  /// What git wrote to its standard error, cut after 8 KiB.
  private(set) var complaint: [UInt8] = []

  /// Starts a command.
  init(_ command: GitCommand, executable: Path, patience: Int, withInput: Bool = false)
    throws(GitError)
  {
    let child = try Spawn.start(command, executable: executable, withInput: withInput)
    name = command.name
    self.patience = patience
    self.child = child
  }

  deinit {
    for end in [child.input, child.output, child.errors] where end >= 0 { close(end) }
    guard isRunning else { return }
    kill(child.pid, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(child.pid, &status, 0) < 0 && errno == EINTR {}
  }

  /// Queues bytes for git's standard input; they are written while output is awaited.
  mutating func send(_ bytes: some Sequence<UInt8>) {
    if written == pending.count {
      pending.removeAll(keepingCapacity: true)
      written = 0
    }
    pending.append(contentsOf: bytes)
  }

  /// Closes git's standard input as soon as all queued bytes are written.
  mutating func closeInput() { closesInput = true }

  /// The bytes that were read and not yet taken.
  var available: Int { end - start }

  /// Waits for `count` bytes of output.
  ///
  /// - Returns: `false` if the output ended before.
  mutating func require(_ count: Int) throws(GitError) -> Bool {
    while available < count {
      guard try fill(atLeast: count) else { return false }
    }
    return true
  }

  /// The next untaken byte; `nil` at the end of the output.
  mutating func peek(at offset: Int = 0) throws(GitError) -> UInt8? {
    try require(offset + 1) ? buffer[start + offset] : nil
  }

  /// The untaken bytes, at most `count` of them.
  func bytes(_ count: Int) -> ArraySlice<UInt8> { buffer[start..<min(end, start + count)] }

  /// Hands over the next `count` untaken bytes without a copy. They must have been required.
  func borrow<Result>(_ count: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(buffer.span.extracting(start..<min(end, start + count)))
  }

  /// Takes bytes.
  mutating func take(_ count: Int) { start = min(end, start + count) }

  /// Reads up to a terminator and takes both.
  ///
  /// - Returns: the record without its terminator; `nil` at the end of the output.
  /// - Throws: ``GitError/unexpectedOutput(command:)`` for a record over 16 MiB, or one that the
  ///   end of the output cuts.
  mutating func record(_ terminator: UInt8) throws(GitError) -> [UInt8]? {
    var searched = 0
    while true {
      let found = unsafe buffer.withUnsafeBufferPointer { bytes -> Int? in
        guard searched < end - start, let base = bytes.baseAddress else { return nil }
        let from = unsafe base + start + searched
        guard let hit = unsafe memchr(from, Int32(terminator), end - start - searched) else {
          return nil
        }
        return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      }
      if let found {
        defer { start = found + 1 }
        return Array(buffer[start..<found])
      }
      searched = available
      guard searched < 1 << 24 else { throw .unexpectedOutput(command: name) }
      if try !fill(atLeast: searched + 1) {
        if searched == 0 { return nil }
        throw .unexpectedOutput(command: name)
      }
    }
  }

  /// Waits for the end of a process whose output was read to its end.
  mutating func exit() throws(GitError) -> GitExit {
    guard isRunning else { return .unknown }
    while child.errors >= 0 { _ = try poll() }
    var status: Int32 = 0
    while unsafe waitpid(child.pid, &status, 0) < 0 {
      if errno == EINTR { continue }
      isRunning = false
      return .unknown
    }
    isRunning = false
    return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  /// Waits for the end and throws if git failed.
  mutating func finish() throws(GitError) {
    let exit = try exit()
    guard exit == .status(0) else { throw failure(exit) }
  }

  /// The error for a process that ended.
  func failure(_ exit: GitExit) -> GitError {
    .failed(command: name, exit: exit, message: GitMessage.firstLine(complaint))
  }

  /// Reads what already stands on git's standard error, without waiting.
  mutating func drainComplaint() {
    var chunk = [UInt8](repeating: 0, count: 1024)
    while child.errors >= 0, complaint.count < 8192 {
      let count = unsafe recv(child.errors, &chunk, 1024, Int32(MSG_DONTWAIT))
      guard count > 0 else { return }
      complaint += chunk[..<count]
    }
  }

  /// Reads more output behind the untaken bytes; `false` at its end.
  private mutating func fill(atLeast count: Int) throws(GitError) -> Bool {
    if start == end {
      start = 0
      end = 0
    }
    if buffer.count - start < max(count, available + 16384) && start > 0 {
      unsafe buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        unsafe memmove(base, base + start, end - start)
      }
      end -= start
      start = 0
    }
    if buffer.count - start < max(count, available + 16384) {
      let wanted = max(count, available + 16384)
      buffer.append(
        contentsOf: repeatElement(0, count: max(wanted, buffer.count * 2) - buffer.count))
    }
    while child.output >= 0 {
      if try poll() { return true }
    }
    return false
  }

  /// Moves bytes on whichever channel is ready; `true` if output came.
  private mutating func poll() throws(GitError) -> Bool {
    if closesInput, written == pending.count { closeEnd(\.input) }
    var ends = [
      pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0),
      // A negative descriptor is passed over.
      pollfd(
        fd: written < pending.count ? child.input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    let ready = unsafe Glibc.poll(&ends, 3, Int32(patience) * 1000)
    if ready < 0 {
      if errno == EINTR { return false }
      throw .system(call: "poll", code: errno)
    }
    if ready == 0 {
      kill(child.pid, SIGKILL)
      throw .timedOut(command: name, seconds: patience)
    }
    if ends[2].revents != 0 { write() }
    if ends[1].revents != 0 { try readComplaint() }
    return ends[0].revents != 0 ? try readOutput() : false
  }

  private mutating func write() {
    let count = unsafe pending.withUnsafeBytes { bytes in
      unsafe Glibc.send(
        child.input, bytes.baseAddress?.advanced(by: written), bytes.count - written,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    if count >= 0 {
      written += count
    } else if errno != EINTR && errno != EAGAIN {
      // git is gone; the end of its output will say so.
      written = pending.count
      closeEnd(\.input)
    }
  }

  private mutating func readOutput() throws(GitError) -> Bool {
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe read(child.output, bytes.baseAddress?.advanced(by: end), bytes.count - end)
    }
    if count > 0 { end += count }
    try settle(count, \.output)
    return count > 0
  }

  private mutating func readComplaint() throws(GitError) {
    var chunk = [UInt8](repeating: 0, count: 1024)
    let count = unsafe read(child.errors, &chunk, 1024)
    if count > 0, complaint.count < 8192 { complaint += chunk[..<count] }
    try settle(count, \.errors)
  }

  /// Closes a channel whose other end is gone.
  private mutating func settle(_ count: Int, _ end: WritableKeyPath<Spawn.Child, Int32>)
    throws(GitError)
  {
    if count > 0 { return }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    // A git that died with unread input resets the connection: that is its end, too.
    if count < 0, errno != ECONNRESET { throw .system(call: "read", code: errno) }
    closeEnd(end)
  }

  private mutating func closeEnd(_ end: WritableKeyPath<Spawn.Child, Int32>) {
    if child[keyPath: end] >= 0 { close(child[keyPath: end]) }
    child[keyPath: end] = -1
  }
}
