internal import Findings

/// One secret for production and for something else: who may read it there has it here.
enum SharedValue {
  static let ruleID = "pipeline-shared-value"

  /// The values of production that stand under the same roof for another environment, too.
  static func weaknesses(_ assignments: [Assignment]) -> [Weakness] {
    typealias Use = (stage: Stage, assignment: Assignment)
    // In the order of the file: a dictionary's order is another one each time.
    var places: [[UInt8]: Int] = [:]
    var uses: [(live: Use?, other: Use?)] = []
    for assignment in assignments where assignment.kind == .literal && assignment.value.count >= 6 {
      guard SecretReferences.isSensitive(assignment.name), let stage = Stage(of: assignment) else {
        continue
      }
      let place = places[assignment.value] ?? uses.count
      if place == uses.count {
        places[assignment.value] = place
        uses.append((nil, nil))
      }
      if stage == .production {
        if uses[place].live == nil { uses[place].live = (stage, assignment) }
      } else if uses[place].other == nil {
        uses[place].other = (stage, assignment)
      }
    }
    return uses.compactMap { use in
      guard let live = use.live, let other = use.other else { return nil }
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
