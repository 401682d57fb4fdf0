internal import Aging
internal import Findings

/// What a history answers.
struct AgeAnswers {
  /// The ages of the values.
  var ages: [Age]
  /// The rotations of the named values; none of those that have none.
  var rotations: [AgeQuestions.Key: Rotation] = [:]
  /// How many commits there were.
  var commits: Int
  /// The blobs in which no value could be looked for, because the repository lacks them.
  var unsearched: [ObjectID] = []
  /// Whether a later run may take them over: nothing else was damaged or left out.
  var mayBeKept = false

  /// Puts ages and rotations into findings and their members.
  func fill(_ findings: inout [Finding], _ questions: AgeQuestions, root: Int) {
    for index in findings.indices where findings[index].location.origin.root == root {
      for member in findings[index].members.indices {
        fill(&findings[index].members[member], questions)
      }
      fill(&findings[index], questions)
    }
  }

  private func fill(_ finding: inout Finding, _ questions: AgeQuestions) {
    guard finding.isSecret, let value = questions.value(of: finding) else { return }
    finding.age = ages[value]
    // Of a value that is gone, its removal says more than its rotation.
    guard ages[value].removed == nil, let key = questions.key(of: finding) else { return }
    finding.rotation = rotations[key]
  }
}

/// Whether a search of raw bytes sees a value.
enum ValueSearchability {
  /// It sees neither into archives nor values that are so short that they stand everywhere.
  static func isSearchable(_ finding: Finding) -> Bool {
    finding.location.origin.members.isEmpty
      && finding.secret.count >= ValueSearch.minimumLength
  }
}
