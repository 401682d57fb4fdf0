import Findings

/// A result as JSON on one line, and what it costs of the file's size.
struct SARIFResult {
  let report: Report
  let rules: RulesInUse
  /// Without one the other findings of the same value are not linked.
  let correlation: CorrelationIndex?

  /// Writes the object of a finding.
  ///
  /// - Returns: an upper bound of what it adds to the compressed file.
  func write(_ finding: Finding, to json: inout JSONWriter) -> Int {
    let others = correlation?.others(of: finding, first: SARIFLimits.others).first ?? []
    let story = correlation?.story(toldAt: finding)
    let alsoAt = Array(finding.alsoAt.prefix(SARIFLimits.alsoAt))
    let members = Array(finding.members.prefix(SARIFLimits.members))
    let start = json.bytes.count
    json.object { json in
      json.member("ruleId", finding.rule.id)
      json.member("ruleIndex", rules.index[finding.rule.id])
      json.member("kind", "fail")
      json.member("level", finding.severity.name)
      json.member("baselineState", finding.baseline?.rawValue)
      json.member("rank", Rank.of(finding, asOf: report.asOf))
      let message = SARIFMessage(finding, asOf: report.asOf).text(
        alsoAt: alsoAt.map { Self.position($0, report) }, members: members.map(Self.name),
        others: others.map { Self.position($0.location, report) })
      json.object("message") { $0.member("text", message) }
      json.array("locations") { $0.sarifLocation(finding.location, report) }
      if !alsoAt.isEmpty || !members.isEmpty || !others.isEmpty {
        let related =
          alsoAt.map { ($0, "the same value") }
          + members.map { ($0.location, SARIFMessage.escaped(Visible.text($0.rule.name))) }
          + others.map { ($0.location, $0.isInLog ? "the same value, printed" : "the same value") }
        json.array("relatedLocations", related.enumerated()) { json, item in
          json.sarifLocation(
            item.element.0, report, id: item.offset + 1, message: item.element.1)
        }
      }
      if let story, story.isOrdered { json.codeFlow(story, report) }
      json.fingerprints(finding)
      json.properties(finding, asOf: report.asOf)
    }
    var input = InputBytes(finding)
    for location in alsoAt { input.add(location) }
    for member in members { input.add(member.location) }
    for other in others { input.add(other.location) }
    for event in story?.events.prefix(SARIFLimits.events) ?? [] {
      input.add(event.finding.location)
    }
    return SARIFLimits.compressedBound(json.bytes[start...], fromInput: input.count)
  }

  private static func position(_ location: Location, _ report: Report) -> String {
    PlaceWords.clipped("\(location.origin.fullPath):\(location.region.startLine)")
  }

  private static func name(_ member: Finding) -> String {
    PlaceWords.clipped(member.evidence.name ?? member.rule.name, 60)
  }

  /// How much of a result may be incompressible text of the input: three digits a byte of a path at
  /// most, each path once (the second one compresses), and the names.
  private struct InputBytes {
    private(set) var count: Int
    private let first: Path
    private var others: Set<Path> = []

    init(_ finding: Finding) {
      count = (finding.evidence.name?.utf8.count ?? 0) * 2
      first = finding.location.origin.fullPath
      count += first.bytes.count * 2
      addNames(finding.location.place)
    }

    mutating func add(_ location: Location) {
      let path = location.origin.fullPath
      if path != first, others.insert(path).inserted { count += path.bytes.count * 2 }
      addNames(location.place)
    }

    private mutating func addNames(_ place: Place) {
      if place.isEmpty { return }
      for text in [place.job, place.step, place.keyPath] {
        count += min(text?.utf8.count ?? 0, 800)
      }
    }
  }
}

extension JSONWriter {
  /// What code scanning and others recognise a result by.
  fileprivate mutating func fingerprints(_ finding: Finding) {
    let hex = finding.fingerprint
    if let primary = finding.location.lineHash ?? (hex.isEmpty ? nil : "\(hex.prefix(16)):1") {
      object("partialFingerprints") { $0.member("primaryLocationLineHash", primary) }
    }
    guard !hex.isEmpty || finding.secretFingerprint != nil else { return }
    object("fingerprints") { json in
      json.member("leakage/place/v1", hex.isEmpty ? nil : hex)
      json.member("leakage/value/v1", finding.secretFingerprint)
    }
  }

  fileprivate mutating func properties(_ finding: Finding, asOf: Timestamp) {
    object("properties") { json in
      json.member("id", finding.id)
      json.member("confidence", finding.confidence.name)
      if finding.isSecret { json.member("redacted", finding.secret.redacted) }
      json.member("source", finding.location.origin.source.rawValue)
      json.member("blob", finding.location.origin.blob?.description)
      if let age = finding.age {
        json.key("age")
        json.age(age, asOf: asOf)
      }
      if let rotation = finding.rotation {
        json.key("rotation")
        json.rotation(rotation, asOf: asOf)
      }
      if let lifetime = finding.lifetime {
        json.key("lifetime")
        json.lifetime(lifetime)
      }
      if let exposure = finding.exposure {
        json.key("exposure")
        json.exposure(exposure)
      }
      json.member("valueGroup", finding.valueGroup)
      json.breaches(finding.breaches)
      let places = finding.alsoAt.count - SARIFLimits.alsoAt
      json.member("alsoAtLeftOut", places > 0 ? places : nil)
      let members = finding.members.count - SARIFLimits.members
      json.member("membersLeftOut", members > 0 ? members : nil)
    }
  }
}
