internal import Findings

/// One secret for production and for something else: who may read it there has it here.
enum SharedValue {
  static let ruleID = "pipeline-shared-value"

  /// The values of production that stand under the same roof for another environment, too.
  static func weaknesses(_ assignments: [Assignment]) -> [Weakness] {
    var uses: [[UInt8]: [(stage: Stage, assignment: Assignment)]] = [:]
    for assignment in assignments where assignment.kind == .literal && assignment.value.count >= 6 {
      guard SecretReferences.isSensitive(assignment.name), let stage = Stage(of: assignment) else {
        continue
      }
      uses[assignment.value, default: []].append((stage, assignment))
    }
    return uses.values.compactMap { uses in
      guard let live = uses.first(where: { $0.stage == .production }),
        let other = uses.first(where: { $0.stage != .production })
      else { return nil }
      return Weakness(
        ruleID: ruleID, range: live.assignment.range,
        reasons: [
          "\(live.assignment.shownName) has the same value as \(other.assignment.shownName): production and \(other.stage.rawValue) share it"
        ])
    }
  }

  private enum Stage: String {
    case development, test, staging, production

    /// The environment that a name or key path speaks of.
    init?(of assignment: Assignment) {
      let text =
        assignment.name + " " + (assignment.place.keyPath ?? "") + " "
        + (assignment.place.job ?? "")
      for word in text.utf8.split(whereSeparator: { !$0.isLetter }) {
        guard let stage = Self.words[String(decoding: word, as: UTF8.self).lowercased()] else {
          continue
        }
        self = stage
        return
      }
      return nil
    }

    private static let words: [String: Stage] = [
      "dev": .development, "devel": .development, "development": .development,
      "local": .development,
      "test": .test, "testing": .test, "qa": .test, "uat": .test, "stage": .staging,
      "staging": .staging, "stg": .staging, "preprod": .staging, "prod": .production,
      "production": .production, "live": .production, "prd": .production,
    ]
  }
}

extension Assignment {
  fileprivate var shownName: String { place.keyPath ?? name }
}
