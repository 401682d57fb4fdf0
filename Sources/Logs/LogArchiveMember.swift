public import Findings

/// What a member of a downloaded run archive is, by its name.
///
/// GitHub's and Azure's archives hold the whole log of each job (`0_build.txt`) and, not always,
/// the same lines again step by step (`build/1_Set up job.txt`).
public enum LogArchiveMember: Sendable, Hashable {
  /// The whole log of a job.
  case jobFile(job: String)
  /// The log of one step.
  case stepFile(job: String, number: Int, name: String)
  /// Anything else.
  case other

  /// Reads a member's path inside its archive. A leading folder `logs_123`, as unpacking and
  /// packing again makes it, does not matter.
  public static func parse(_ path: Path) -> LogArchiveMember {
    guard path.bytes.suffix(4).elementsEqual(".txt".utf8) else { return .other }
    var parts = path.bytes.split(separator: UInt8(ascii: "/"))
    if parts.first?.elementsEqual("__MACOSX".utf8) == true { return .other }
    if parts.count > 1, let first = parts.first, first.starts(with: "logs_".utf8),
      first.count > 5, first.dropFirst(5).allSatisfy(Byte.isDigit)
    {
      parts.removeFirst()
    }
    guard let file = parts.popLast(), file.count > 4,
      let underscore = file.firstIndex(of: UInt8(ascii: "_")),
      (1...6).contains(underscore - file.startIndex),
      file[..<underscore].allSatisfy(Byte.isDigit),
      let number = Int(String(decoding: file[..<underscore], as: UTF8.self))
    else { return .other }
    let name = String(decoding: file[(underscore + 1)...].dropLast(4), as: UTF8.self)
    guard !name.isEmpty else { return .other }
    guard let folder = parts.last else { return .jobFile(job: name) }
    return .stepFile(job: String(decoding: folder, as: UTF8.self), number: number, name: name)
  }

  /// The job's name, as the member's path spells it.
  public var job: String? {
    switch self {
    case .jobFile(let job), .stepFile(let job, _, _): job
    case .other: nil
    }
  }

  /// The job and the step, as far as the name tells them.
  public var place: Place {
    switch self {
    case .jobFile(let job): Place(job: job)
    case .stepFile(let job, _, let name): Place(job: job, step: name)
    case .other: Place()
    }
  }

  /// Whether two members belong to one job.
  ///
  /// The names of folders and of job files are made of the job's name in different ways: `/` and
  /// `:` are left out or written `_`, and the name may be cut to 90 UTF-16 units, through the
  /// middle of a character. Source: cli/cli, `view.go`, and archives.
  public static func sameJob(_ left: LogArchiveMember, _ right: LogArchiveMember) -> Bool {
    guard let left = left.job, let right = right.job else { return false }
    let (one, other) = (comparable(left), comparable(right))
    if one == other { return true }
    return isCut(left) && other.starts(with: one) || isCut(right) && one.starts(with: other)
  }

  /// Removed characters may also have stood beside the cut, so that fewer units are left.
  private static func isCut(_ job: String) -> Bool { (88...90).contains(job.utf16.count) }

  private static func comparable(_ job: String) -> [UInt16] {
    job.utf16.filter { unit in
      // The separators, blanks around them, and half of a cut character.
      ![0x2F, 0x3A, 0x5F, 0x20, 0xFFFD].contains(unit)
    }
  }
}
