public import Findings

/// Reads objects through one long-lived `git cat-file --batch-command --buffer`.
///
/// It reads everything that git reads: loose objects, all packs, both hashes. A git that dies on a
/// damaged object is started again for the rest.
public struct BatchReader: ObjectReader, ~Copyable {
  private let repository: Repository
  private let limits: ReadingLimits
  private var git: GitProcess?
  private var complaints: [String] = []
  /// The objects that are there, once git died on one that a partial clone lacks: it does that on
  /// each of them, so they must not be asked for.
  private var present: Set<ObjectID>?

  private var misunderstood = 0

  /// How many answers may be none before git is given up.
  private static let mostMisunderstood = 1000

  /// How many requests git may hold unanswered.
  private static let ahead = 256

  /// A reader; git is started at the first reading.
  public init(_ repository: Repository, limits: ReadingLimits = ReadingLimits()) {
    self.repository = repository
    self.limits = limits
    git = nil
  }

  /// Reads objects in the order that is asked for, each handed out whole or in parts.
  ///
  /// - Throws: what keeps git from answering at all; a missing or damaged object is a reading.
  public mutating func read(
    _ ids: [ObjectID], _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError) {
    var next = 0
    var sent = 0
    while next < ids.count {
      if git == nil {
        git = try Self.started(repository)
        sent = next
      }
      if sent < ids.count, sent - next <= Self.ahead / 2 {
        let batch = ids[sent..<min(ids.count, sent + Self.ahead / 2)]
        for id in batch where isPresent(id) { git?.send("contents \(id)\n".utf8) }
        git?.send("flush\n".utf8)
        sent = batch.endIndex
      }
      let goesOn: Bool
      do {
        goesOn = try answer(for: ids[next], visit)
      } catch {
        stop()
        // A FIFO in place of a loose object, a header that claims more bytes than there are numbers
        // for, an answer that git's death cut: that object's fault, not the repository's.
        switch error {
        case .timedOut, .unexpectedOutput: misunderstood += 1
        default: throw error
        }
        if misunderstood > Self.mostMisunderstood { throw error }
        goesOn = visit(ids[next], .corrupt, [UInt8]().span)
      }
      next += 1
      if !goesOn {
        // Answers are still under way: this git is of no more use.
        stop()
        return
      }
    }
  }

  /// The name, kind and size of the object that an expression names; `nil` if there is none. The
  /// expression must hold no line break.
  mutating func describe(_ expression: [UInt8]) throws(GitError) -> (
    id: ObjectID, kind: ObjectKind, size: Int
  )? {
    if git == nil { git = try Self.started(repository) }
    git?.send(Array("info ".utf8) + expression + Array("\nflush\n".utf8))
    guard let line = try git?.record(UInt8(ascii: "\n")) else {
      stop()
      return nil
    }
    return Self.header(line)
  }

  /// What git wrote to its standard error up to now, made safe to show.
  ///
  /// git is silent about a sound repository, so each line is about damage that may have cost
  /// objects. Complaints about objects that were answered as damaged are among them.
  public mutating func takeComplaints() -> [String] {
    stop()
    defer { complaints = [] }
    return complaints
  }

  /// Reads the answer to the oldest request; returns whether to go on.
  private mutating func answer(
    for id: ObjectID, _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError) -> Bool {
    guard isPresent(id) else { return visit(id, .missing, [UInt8]().span) }
    guard let line = try git?.record(UInt8(ascii: "\n")) else {
      stop()
      let isPromised = complaints.last?.hasSuffix("from promisor remote") ?? false
      if isPromised {
        complaints.removeAll {
          $0.hasSuffix("from promisor remote") || $0.contains("lazy fetching")
        }
        present = try repository.presentObjects()
      }
      return visit(id, isPromised ? .missing : .corrupt, [UInt8]().span)
    }
    guard let header = Self.header(line) else {
      guard line.ends(with: " missing".utf8) else {
        throw .unexpectedOutput(command: "cat-file")
      }
      return visit(id, isLoose(id) ? .corrupt : .missing, [UInt8]().span)
    }
    guard header.id == id else { throw .unexpectedOutput(command: "cat-file") }
    if header.size > limits.most {
      stop()
      return visit(id, .tooLarge(header.kind, size: header.size), [UInt8]().span)
    }
    return header.size <= limits.whole
      ? try whole(id, header.kind, header.size, visit)
      : try parts(id, header.kind, header.size, visit)
  }

  private mutating func whole(
    _ id: ObjectID, _ kind: ObjectKind, _ size: Int,
    _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError) -> Bool {
    // The line break behind the object tells a whole one from one that git died on.
    guard try git?.require(size + 1) == true else { return rest(id, visit) }
    let goesOn = git?.borrow(size) { visit(id, .whole(kind), $0) } ?? false
    git?.take(size + 1)
    return goesOn
  }

  private mutating func parts(
    _ id: ObjectID, _ kind: ObjectKind, _ size: Int,
    _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError) -> Bool {
    var offset = 0
    while offset < size {
      let count = min(limits.part, size - offset)
      let isLast = offset + count == size
      guard try git?.require(isLast ? count + 1 : count) == true else { return rest(id, visit) }
      let reading = ObjectReading.part(kind, offset: offset, size: size)
      guard git?.borrow(count, { visit(id, reading, $0) }) == true else { return false }
      git?.take(isLast ? count + 1 : count)
      offset += count
    }
    return true
  }

  /// What is left of an object that git died on.
  private mutating func rest(
    _ id: ObjectID, _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) -> Bool {
    let count = git?.available ?? 0
    let goesOn = git?.borrow(count) { visit(id, .corrupt, $0) } ?? false
    stop()
    return goesOn
  }

  /// git says "missing" of a loose object whose header it cannot read.
  private func isLoose(_ id: ObjectID) -> Bool {
    let name = Array(id.description.utf8)
    let path = Array("objects/".utf8) + name[..<2] + Array("/".utf8) + name[2...]
    return FileSystem.kind(repository.commonDirectory.appending(Path(bytes: path))) != nil
  }

  private func isPresent(_ id: ObjectID) -> Bool { present?.contains(id) ?? true }

  private mutating func stop() {
    git?.drainComplaint()
    if let complaint = git?.complaint { complaints += GitMessage.lines(complaint) }
    git = nil
  }

  /// A git that is proved to run: only then its death is an object's fault.
  private static func started(_ repository: Repository) throws(GitError) -> GitProcess {
    var git = try repository.start(
      ["cat-file", "--batch-command", "--buffer"], withInput: true)
    git.send("info \nflush\n".utf8)
    guard try git.record(UInt8(ascii: "\n")) != nil else {
      throw git.failure(try git.exit())
    }
    return git
  }

  /// Reads `<name> <kind> <size>`.
  static func header(_ line: [UInt8]) -> (id: ObjectID, kind: ObjectKind, size: Int)? {
    guard let first = line.firstIndex(of: UInt8(ascii: " ")),
      let second = line[(first + 1)...].firstIndex(of: UInt8(ascii: " ")),
      let id = ObjectID(digits: line[..<first]), let kind = ObjectKind(line[(first + 1)..<second]),
      (1...18).contains(line.count - second - 1)
    else { return nil }
    var size = 0
    for digit in line[(second + 1)...] {
      guard (0x30...0x39).contains(digit) else { return nil }
      size = size * 10 + Int(digit - 0x30)
    }
    return (id, kind, size)
  }
}

extension [UInt8] {
  /// Whether the last bytes are these.
  func ends(with suffix: some BidirectionalCollection<UInt8>) -> Bool {
    reversed().starts(with: suffix.reversed())
  }
}
