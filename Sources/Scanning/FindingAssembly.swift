internal import Detection
internal import Findings
internal import Reporting

/// Makes findings of a document's candidates: positions in the raw bytes, places in words, and the
/// members of an environment dump folded into one finding.
struct FindingAssembly {
  private let subject: Subject
  private var positions: LinePositions

  init(_ subject: Subject) {
    self.subject = subject
    positions = LinePositions(subject.document)
  }

  /// Whether a range of the text belongs to this segment of the document.
  func owns(_ range: Range<Int>) -> Bool {
    let document = subject.document
    if document.isWhole { return true }
    return document.owned.contains(subject.text.map.raw(range).lowerBound)
  }

  /// The findings of the candidates that belong to this segment.
  mutating func findings(_ detected: Detected) -> [Finding] {
    let owned = detected.confirmed.filter { owns($0.range) }
    let hashes = lineHashes(owned)
    var findings: [Finding] = []
    var dumps: [Int: Int] = [:]
    for candidate in owned {
      let finding = finding(candidate, hashes: hashes)
      guard let dump = candidate.dump else {
        findings.append(finding)
        continue
      }
      if let index = dumps[dump] {
        findings[index].members.append(finding)
        findings[index].severity = max(findings[index].severity, finding.severity)
        findings[index].confidence = max(findings[index].confidence, finding.confidence)
      } else if let incident = incident(detected.dumps[dump], first: finding) {
        dumps[dump] = findings.count
        findings.append(incident)
      } else {
        findings.append(finding)
      }
    }
    return findings
  }

  /// A struck candidate with its place.
  mutating func struck(_ struck: StruckOut) -> StruckCandidate {
    StruckCandidate(
      ruleID: struck.candidate.rule.id, strike: struck.strike, detail: struck.detail,
      location: location(struck.candidate, hashes: [:]))
  }
}
