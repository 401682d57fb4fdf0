import Findings

/// Places in words, safe to show.
enum PlaceWords {
  /// A document: `path/to/file`, `logs.zip > member`, with the root's prefix in front.
  static func document(_ origin: Origin, _ report: Report) -> String {
    let prefix = report.roots.indices.contains(origin.root) ? report.roots[origin.root].prefix : nil
    let file = (prefix ?? Path("")).bytes + origin.path.bytes
    let name = file.isEmpty && origin.source == .standardInput ? "standard input" : nil
    return ([name ?? Visible.text(file)] + origin.members.map(\.description))
      .joined(separator: " > ")
  }

  /// A document with line and column.
  static func position(_ location: Location, _ report: Report) -> String {
    "\(document(location.origin, report)):\(lineAndColumn(location.region))"
  }

  /// `12:20`.
  static func lineAndColumn(_ region: Region) -> String {
    "\(region.startLine):\(region.startColumn)"
  }

  /// What a pipeline or a log calls the place, one phrase each: store, job, step, key path, time.
  static func phrases(_ location: Location) -> [String] {
    let place = location.place
    var phrases: [String] = []
    switch location.origin.source {
    case .index: phrases.append("in the git index")
    case .history:
      phrases.append(
        "in the history" + (location.origin.blob.map { " (blob \($0.short))" } ?? ""))
    case .file, .standardInput: break
    }
    if let job = place.job { phrases.append("job \(clipped(job))") }
    if let step = place.step { phrases.append(Self.step(step)) }
    if let keyPath = place.keyPath { phrases.append(clipped(keyPath)) }
    if let time = place.time {
      let clock = time.description.dropFirst(time.day.count + 1).dropLast()
      phrases.append("printed on \(time.day) at \(clock) UTC")
    }
    return phrases
  }

  /// `step Build`; a step without a name is called `step 2` already.
  static func step(_ name: String, _ length: Int = 200) -> String {
    name.hasPrefix("step ") ? clipped(name, length) : "step \(clipped(name, length))"
  }

  /// Text from the scanned input, safe to show and of a bearable length.
  static func clipped(_ text: String, _ length: Int = 200) -> String {
    if text.utf8.count <= length, Visible.isPlain(text) { return text }
    let shown = Visible.text(String(text.prefix(length + 1)))
    return shown.count > length ? shown.prefix(length) + "…" : shown
  }
}
