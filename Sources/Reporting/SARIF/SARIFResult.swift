import Findings

/// One result as JSON on one line, and what it costs of the file's size.
struct SARIFResult {
  /// The object.
  let bytes: [UInt8]
  /// An upper bound of what it adds to the compressed file.
  let cost: Int

  /// A result; without a correlation the other findings of the same value are not linked.
  init(_ finding: Finding, report: Report, ruleIndex: Int?, _ correlation: CorrelationIndex?) {
    let others = correlation?.others(of: finding, first: SARIFLimits.others).first ?? []
    let story = correlation?.story(toldAt: finding)
    let alsoAt = Array(finding.alsoAt.prefix(SARIFLimits.alsoAt))
    let members = Array(finding.members.prefix(SARIFLimits.members))
    var json = JSONWriter(lineDepth: 0)
    json.object { json in
      json.member("ruleId", finding.rule.id)
      json.member("ruleIndex", ruleIndex)
      json.member("kind", "fail")
      json.member("level", finding.severity.name)
      json.member("baselineState", finding.baseline?.rawValue)
      json.member("rank", Rank.of(finding, asOf: report.asOf))
      let message = SARIFMessage(finding, asOf: report.asOf).text(
        alsoAt: alsoAt.map { Self.position($0, report) }, members: members.map(Self.name),
        others: others.map { Self.position($0.location, report) })
      json.object("message") { $0.member("text", message) }
      json.array("locations", CollectionOfOne(finding.location)) { $0.sarifLocation($1, report) }
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
    bytes = json.bytes
    cost = SARIFLimits.compressedBound(
      json.bytes,
      fromInput: Self.inputBytes(
        finding,
        [finding.location] + alsoAt + members.map(\.location) + others.map(\.location)
          + (story?.events.prefix(SARIFLimits.events).map(\.finding.location) ?? [])))
  }

  private static func position(_ location: Location, _ report: Report) -> String {
    PlaceWords.clipped("\(location.origin.fullPath):\(location.region.startLine)")
  }

  private static func name(_ member: Finding) -> String {
    PlaceWords.clipped(member.evidence.name ?? member.rule.name, 60)
  }

  /// How much of a result may be incompressible text of the input: three digits a byte of a path at
  /// most, each path once (the second one compresses), and the names.
  private static func inputBytes(_ finding: Finding, _ locations: [Location]) -> Int {
    var paths: Set<Path> = []
    var bytes = (finding.evidence.name?.utf8.count ?? 0) * 2
    for location in locations {
      let path = location.origin.fullPath
      if paths.insert(path).inserted { bytes += path.bytes.count * 2 }
      let place = location.place
      for text in [place.job, place.step, place.keyPath] {
        bytes += min(text?.utf8.count ?? 0, 800)
      }
    }
    return bytes
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
