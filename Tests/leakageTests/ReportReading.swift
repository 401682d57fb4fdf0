import FoundationEssentials

/// What a program reads of `--format json`.
struct ReportReading: Decodable {
  struct Found: Decodable {
    let id: String
    let rule: String
    let severity: String
    let name: String?
    let location: Place
    let age: Age?
    let rotation: Rotation?
    let lifetime: Lifetime?
    let exposure: Exposure?
    let rank: Int
    let members: [Found]
    let alsoAt: [Place]
    let valueGroup: Int?
    let baselineState: String?
    let breaches: [Breach]?

    /// The path and, behind `>`, the members of archives.
    var path: String {
      ([location.path] + (location.members ?? []).map(\.path)).joined(separator: " > ")
    }
  }

  struct Place: Decodable {
    struct Member: Decodable { let path: String }
    struct Region: Decodable {
      let startLine: Int
      let startColumn: Int
      let byteOffset: Int
    }
    struct Words: Decodable {
      let job: String?
      let step: String?
      let keyPath: String?
      let time: String?
    }
    let path: String
    let members: [Member]?
    let region: Region
    let place: Words?
  }

  struct Breach: Decodable {
    let rule: String
    let cause: String
  }

  struct Suppression: Decodable, Equatable {
    let kind: String
    let source: String
    let count: Int
  }

  struct Baseline: Decodable {
    struct Absent: Decodable { let path: String }
    let new: Int
    let unchanged: Int
    let absent: [Absent]
  }

  struct Gate: Decodable {
    let rules: [String]
    let broken: Bool
  }

  struct Stamp: Decodable {
    let commit: String
    let authorDate: String
  }

  struct Age: Decodable {
    let days: Int?
    let since: String?
    let basis: String
    let atHead: Bool?
    let removed: Stamp?
    let introduced: Stamp?
    let touched: Stamp?
    let files: Int
    let commits: Int?
    let branches: Int?
    let suspect: Bool
    let lowerBound: Bool
    let firstAuthor: String?
    let lastAuthor: String?
  }

  struct Story: Decodable {
    struct Event: Decodable {
      let event: String
      let time: String?
      let finding: String
    }
    let findings: [String]
    let events: [Event]
  }

  struct Lifetime: Decodable {
    let verdict: String
    let date: String?
    let evidence: String
  }

  struct Exposure: Decodable {
    let from: String
    let until: String?
  }

  struct Rotation: Decodable {
    let count: Int
    let last: Stamp
    let meanDays: Int?
  }

  struct Note: Decodable {
    let code: String
    let message: String
    let incomplete: Bool
  }

  struct Coverage: Decodable {
    let files: Int
    let notScanned: Int
  }

  let incomplete: Bool
  let findings: [Found]
  let stories: [Story]
  let notifications: [Note]
  let coverage: Coverage
  let configuration: String?
  let suppressions: [Suppression]
  let baseline: Baseline?
  let gate: Gate
}

extension Outcome {
  /// The report that was printed.
  func report() throws -> ReportReading {
    try JSONDecoder().decode(ReportReading.self, from: Data(output))
  }
}

extension ReportReading {
  /// The paths of the findings, in order.
  var paths: [String] { findings.map(\.path) }
}
