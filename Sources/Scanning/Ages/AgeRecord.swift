internal import Findings

/// Ages and rotations as bytes: names of commits, dates, numbers and flags; nothing of a value, a path
/// or a name.
enum AgeRecord {
  /// The bytes of an age.
  static func bytes(of age: Age) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(Age.Basis.allCases.firstIndex(of: age.basis) ?? 0)]
    append(age.since?.seconds, to: &bytes)
    for stamp in [age.introduced, age.removed, age.touched] { append(stamp, to: &bytes) }
    bytes.append(age.isAtHead.map { $0 ? 2 : 1 } ?? 0)
    bytes.append((age.isLowerBound ? 1 : 0) | (age.isSuspect ? 2 : 0))
    for number in [age.files, age.commits, age.branches] {
      append(number.map { Int64($0) }, to: &bytes)
    }
    return bytes
  }

  /// The bytes of a rotation, or of none.
  static func bytes(of rotation: Rotation?) -> [UInt8] {
    guard let rotation else { return [] }
    var bytes: [UInt8] = [rotation.isReused ? 1 : 0]
    for stamp in [rotation.first] + rotation.changes { append(stamp, to: &bytes) }
    return bytes
  }

  /// The age of some bytes; `nil` if they are no age.
  static func age(_ bytes: [UInt8]) -> Age? {
    var rest = bytes[...]
    guard let basis = rest.popFirst(), Int(basis) < Age.Basis.allCases.count,
      let since = number(&rest), let introduced = stamp(&rest), let removed = stamp(&rest),
      let touched = stamp(&rest), let head = rest.popFirst(), let flags = rest.popFirst(),
      let files = number(&rest), let commits = number(&rest), let branches = number(&rest),
      rest.isEmpty
    else { return nil }
    var age = Age(
      since: since.map { Timestamp(seconds: $0) }, basis: Age.Basis.allCases[Int(basis)],
      introduced: introduced, removed: removed, isAtHead: head == 0 ? nil : head == 2,
      files: Int(files ?? 0), isLowerBound: flags & 1 != 0, isSuspect: flags & 2 != 0)
    age.touched = touched
    age.commits = commits.map { Int($0) }
    age.branches = branches.map { Int($0) }
    return age
  }

  /// The rotation of some bytes: `.some(nil)` for none, `nil` if they are no rotation.
  static func rotation(_ bytes: [UInt8]) -> Rotation?? {
    var rest = bytes[...]
    guard let reused = rest.popFirst() else { return .some(nil) }
    var stamps: [CommitStamp] = []
    while !rest.isEmpty {
      guard let read = stamp(&rest), let stamp = read else { return nil }
      stamps.append(stamp)
    }
    guard let first = stamps.first else { return nil }
    return Rotation(first: first, changes: Array(stamps.dropFirst()), isReused: reused != 0)
  }

  /// Appends a number of eight bytes; one byte says whether there is any.
  static func append(_ number: Int64?, to bytes: inout [UInt8]) {
    bytes.append(number == nil ? 0 : 1)
    guard let number else { return }
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }

  /// Reads such a number: `.some(nil)` for none, `nil` where the bytes end.
  static func number(_ bytes: inout ArraySlice<UInt8>) -> Int64?? {
    guard let isThere = bytes.popFirst() else { return nil }
    guard isThere == 1 else { return .some(nil) }
    guard bytes.count >= 8 else { return nil }
    var number: Int64 = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      number |= Int64(bytes.removeFirst()) << Int64(shift)
    }
    return number
  }

  private static func append(_ stamp: CommitStamp?, to bytes: inout [UInt8]) {
    bytes.append(UInt8(stamp?.id.count ?? 0))
    guard let stamp else { return }
    bytes += stamp.id.bytes
    append(stamp.authorDate.seconds, to: &bytes)
    append(stamp.committerDate.seconds, to: &bytes)
  }

  private static func stamp(_ bytes: inout ArraySlice<UInt8>) -> CommitStamp?? {
    guard let length = bytes.popFirst() else { return nil }
    guard length > 0 else { return .some(nil) }
    guard bytes.count >= Int(length), let id = ObjectID(bytes: bytes.prefix(Int(length)))
    else { return nil }
    bytes.removeFirst(Int(length))
    guard let author = number(&bytes), let author, let committer = number(&bytes), let committer
    else { return nil }
    return CommitStamp(
      id: id, authorDate: Timestamp(seconds: author), committerDate: Timestamp(seconds: committer))
  }
}
