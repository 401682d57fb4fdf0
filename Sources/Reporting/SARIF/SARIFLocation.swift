import Findings

/// Locations as SARIF's physical and logical ones.
extension JSONWriter {
  /// A location; with an id and a message if it is a related one.
  mutating func sarifLocation(
    _ location: Location, _ report: Report, id: Int? = nil, message: String? = nil
  ) {
    object { json in
      json.member("id", id)
      json.object("physicalLocation") { json in
        json.object("artifactLocation") {
          $0.member("uri", ArtifactURI.text(location.origin, report))
        }
        json.object("region") { $0.sarifRegion(location.region) }
      }
      json.logicalLocations(location.place)
      if let message { json.object("message") { $0.member("text", message) } }
    }
  }

  /// A region that is at least one column wide and never ends before it begins, as GitHub asks for.
  ///
  /// Text and bytes are given side by side, which the standard allows (§3.30.4). There is no
  /// snippet: it would hold the secret.
  private mutating func sarifRegion(_ region: Region) {
    let startLine = max(region.startLine, 1)
    let startColumn = max(region.startColumn, 1)
    let endLine = max(region.endLine, startLine)
    let endColumn = max(region.endColumn, endLine == startLine ? startColumn + 1 : 1)
    member("startLine", startLine)
    member("startColumn", startColumn)
    member("endLine", endLine)
    member("endColumn", endColumn)
    if region.byteOffset >= 0, region.byteLength >= 0 {
      member("byteOffset", region.byteOffset)
      member("byteLength", region.byteLength)
    }
  }

  private mutating func logicalLocations(_ place: Place) {
    let job = place.job.map { PlaceWords.clipped($0) }
    let step = place.step.map { PlaceWords.clipped($0) }
    var names: [(name: String?, full: String, kind: String)] = []
    if let keyPath = place.keyPath { names.append((nil, PlaceWords.clipped(keyPath), "property")) }
    if let step { names.append((step, (job.map { "\($0)/" } ?? "") + step, "step")) }
    if let job { names.append((job, job, "job")) }
    guard !names.isEmpty else { return }
    array("logicalLocations", names) { json, name in
      json.object { json in
        json.member("name", name.name)
        json.member("fullyQualifiedName", name.full)
        json.member("kind", name.kind)
      }
    }
  }
}
