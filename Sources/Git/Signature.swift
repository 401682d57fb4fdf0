public import Findings

/// Who wrote or made a commit, and when he says he did.
public struct Signature: Sendable, Hashable {
  /// The name, in whatever encoding.
  public let name: [UInt8]
  /// The address.
  public let email: [UInt8]
  /// The moment; 1970-01-01 if the commit gives none that can be read.
  public let date: Timestamp

  /// Reads `Name <email> seconds zone`.
  init(_ line: ArraySlice<UInt8>) {
    let close = Self.close(of: line)
    let open = line.firstIndex(of: UInt8(ascii: "<")) ?? close
    name = Array(line[..<open].trimmingSuffix(UInt8(ascii: " ")))
    email = open < close ? Array(line[(open + 1)..<close]) : []
    date = Self.date(line[close...].dropFirst())
  }

  /// The moment alone.
  static func date(of line: ArraySlice<UInt8>) -> Timestamp {
    date(line[close(of: line)...].dropFirst())
  }

  /// Where the address ends.
  private static func close(of line: ArraySlice<UInt8>) -> Int {
    line.lastIndex(of: UInt8(ascii: ">")) ?? line.startIndex
  }

  /// Reads the seconds. What is beyond the years 1 to 9999 is cut to them.
  private static func date(_ text: ArraySlice<UInt8>) -> Timestamp {
    var digits = text.drop { $0 == UInt8(ascii: " ") }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    let last: Int64 = 253_402_300_799
    var seconds: Int64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { break }
      seconds = min(last, seconds * 10 + Int64(digit - 0x30))
    }
    return Timestamp(seconds: isNegative ? max(-62_135_596_800, -seconds) : seconds)
  }
}

extension ArraySlice<UInt8> {
  /// The slice without these bytes at its end.
  fileprivate func trimmingSuffix(_ byte: UInt8) -> ArraySlice<UInt8> {
    self[..<((lastIndex { $0 != byte }).map { $0 + 1 } ?? startIndex)]
  }
}

extension Repository {
  /// The authors of some commits, read anew: only a report that was asked for people needs them.
  /// Commits that cannot be read are left out.
  public func authors(of commits: [ObjectID]) throws(GitError) -> [ObjectID: Signature] {
    var authors: [ObjectID: Signature] = [:]
    var reader = BatchReader(self)
    try reader.read(commits) { id, reading, bytes in
      if reading == .whole(.commit), let commit = CommitObject(copy(bytes)) {
        authors[id] = commit.author
      }
      return true
    }
    return authors
  }
}
