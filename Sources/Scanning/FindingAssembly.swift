internal import Detection
internal import Findings
internal import Lifetimes
internal import Logs
internal import Rules

/// Makes findings of a document's candidates: positions in the document's bytes, places in words,
/// and the members of an environment dump folded into one finding.
struct FindingAssembly {
  private let subject: Subject
  private let dumpRule: RuleDescriptor?
  private var positions: LinePositions
  /// The certificates of the text, read when there is a private key.
  private var certificates: Certificates?

  /// - Parameter dumpRule: the rule that environment dumps are reported under; without one their
  ///   members stay findings of their own.
  init(_ subject: Subject, dumpRule: RuleDescriptor?) {
    self.subject = subject
    self.dumpRule = dumpRule
    positions = LinePositions(subject.document)
  }

  /// Whether a range of the text belongs to this segment of the document.
  func owns(_ range: Range<Int>) -> Bool {
    subject.document.isWhole
      || subject.document.owned.contains(subject.text.map.raw(range).lowerBound)
  }

  /// The findings of the candidates that belong to this segment.
  mutating func findings(_ detected: Detected) -> [Finding] {
    // Regions first, for their lines are hashed in one pass; candidates are not copied for it.
    var regions: [(candidate: Int, region: Region)] = []
    for (index, candidate) in detected.confirmed.enumerated() where owns(candidate.range) {
      regions.append((index, positions.region(subject.text.map.raw(candidate.range))))
    }
    let hashes = lineHashes(of: regions.map(\.region))
    var findings: [Finding] = []
    findings.reserveCapacity(regions.count)
    var members: [Int: [Finding]] = [:]
    for (number, (index, region)) in regions.enumerated() {
      let candidate = detected.confirmed[index]
      let finding = finding(candidate, region, lineHash: hashes.isEmpty ? nil : hashes[number])
      if let dump = candidate.dump, isIncident(dump, detected) {
        members[dump, default: []].append(finding)
      } else {
        findings.append(finding)
      }
    }
    for dump in detected.dumps {
      guard let found = members[dump.block], let dumpRule else { continue }
      findings.append(incident(dump, found, dumpRule))
    }
    return findings
  }

  /// Where a range of the text stands in the document.
  mutating func region(_ range: Range<Int>) -> Region {
    positions.region(subject.text.map.raw(range))
  }

  /// A struck candidate with its place.
  mutating func struck(_ struck: StruckOut) -> StruckCandidate {
    let region = positions.region(subject.text.map.raw(struck.range))
    return StruckCandidate(
      ruleID: struck.rule.id, strike: struck.strike, detail: struck.detail,
      location: Location(
        origin: subject.document.origin, region: region,
        place: struck.place ?? subject.place(struck.range.lowerBound)))
  }

  private mutating func finding(
    _ candidate: Candidate, _ region: Region, lineHash: String?
  ) -> Finding {
    var evidence = candidate.evidence
    if candidate.rule.expiry == .certificate { evidence.validity = validity(of: candidate.secret) }
    // An example of a password is seldom one; a provider's token is a token wherever it stands.
    let isExample = subject.isDescription && candidate.rule.detector == .assignment
    return Finding(
      rule: candidate.rule.descriptor, severity: candidate.severity,
      confidence: isExample ? min(candidate.confidence, .low) : candidate.confidence,
      secret: candidate.secret,
      location: Location(
        origin: subject.document.origin, region: region, place: candidate.place,
        lineHash: lineHash),
      evidence: evidence)
  }

  /// How long the certificate beside a private key says that it is good for.
  private mutating func validity(of key: Secret) -> Evidence.Validity? {
    let certificates = certificates ?? Certificates(in: subject.text.bytes)
    self.certificates = certificates
    return certificates.validity(of: key)
  }

  /// Whether a printed environment is reported as one finding. What a runner prints at the beginning
  /// of a step is ordinary; it is an incident when it holds more than one secret.
  private func isIncident(_ block: Int, _ detected: Detected) -> Bool {
    guard dumpRule != nil, subject.blocks.indices.contains(block),
      let dump = detected.dumps.first(where: { $0.block == block })
    else { return false }
    switch subject.blocks[block].kind {
    case .stepEnvironment, .stepInputs: return dump.inClear > 1
    // A secret's data may be one value; that is no environment.
    case .secretData, .requestHeaders, .plan, .configuration: return dump.inClear > 1
    case .properties, .env, .declare, .export, .set, .powerShell, .object: return true
    }
  }

  private func incident(
    _ dump: EnvironmentDump, _ members: [Finding], _ rule: RuleDescriptor
  ) -> Finding {
    Finding(
      rule: rule, severity: members.map(\.severity).max() ?? rule.severity,
      confidence: members.map(\.confidence).max() ?? rule.confidence, secret: members[0].secret,
      location: members[0].location, members: members,
      evidence: Evidence(
        detector: Rule.Detector.environment.rawValue,
        reasons: [
          "\(dump.variables) variables were printed, \(dump.sensitive) of them sensitive"
        ],
        facts: [
          Evidence.Fact("masked", "\(dump.masked)"), Evidence.Fact("clear", "\(members.count)"),
        ]))
  }

  /// GitHub's hashes of the lines that findings begin on, for files that code scanning can see; of
  /// other files none.
  private func lineHashes(of regions: [Region]) -> [String?] {
    let document = subject.document
    // Code scanning hashes the lines of the files it sees, not of what is packed in them.
    let isPacked = [".gz", ".bz2", ".xz", ".zst"].contains { document.origin.path.hasSuffix($0) }
    guard document.isWhole, !regions.isEmpty, document.origin.members.isEmpty, !isPacked,
      document.origin.source == .file || document.origin.source == .index
    else { return [] }
    return LineHash.hashes(of: document.bytes, lines: regions.map(\.startLine))
  }
}
