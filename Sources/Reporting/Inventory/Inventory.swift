public import Findings

/// The secrets that reached each job, by the masks in its log.
public struct Inventory {
  /// A job of one log or archive.
  private struct Job {
    let root: Int
    let path: Path
    let name: String?
    var secrets: [Entry] = []
  }

  private struct Entry {
    let masked: MaskedName
    /// Where a value of the same name stands in clear.
    let clear: [Clear]
  }

  private struct Clear {
    let location: Location
    /// The keyed fingerprint of the value, with a private key.
    let fingerprint: String?
  }

  private var jobs: [Job] = []
  /// Whether something that was asked for was not read.
  private let isIncomplete: Bool

  /// The inventory of a scan that kept what was masked.
  public init(_ report: Report) {
    isIncomplete = report.isIncomplete
    var clear: [String: [Clear]] = [:]
    for finding in report.findings {
      for one in [finding] + finding.members {
        if let name = one.evidence.name {
          clear[name, default: []] += ([one.location] + one.alsoAt).map {
            Clear(location: $0, fingerprint: one.secretFingerprint)
          }
        }
      }
    }
    for masked in report.masked {
      let place = masked.location
      let isSame = { (location: Location) in
        location.origin.root == place.origin.root && location.origin.path == place.origin.path
          && location.place.job == place.place.job
      }
      let entry = Entry(
        masked: masked, clear: (clear[masked.name] ?? []).filter { isSame($0.location) })
      let path = Self.file(of: place.origin)
      let root = place.origin.root
      if jobs.last.map({ ($0.root, $0.path, $0.name) == (root, path, place.place.job) }) != true {
        jobs.append(Job(root: root, path: path, name: place.place.job))
      }
      jobs[jobs.count - 1].secrets.append(entry)
    }
  }

  /// The archive of a member of one, the file of any other log.
  private static func file(of origin: Origin) -> Path {
    origin.members.dropLast().reduce(origin.path) { $0.appending($1) }
  }

  /// For people.
  public var text: [UInt8] {
    var text = ""
    var path: Path?
    for job in jobs {
      if job.path != path {
        text += (text.isEmpty ? "" : "\n") + Visible.text(job.path.bytes) + "\n"
        path = job.path
      }
      text += "  " + (job.name.map { "job \(Visible.text($0))" } ?? "log") + "\n"
      let width = job.secrets.map { Visible.text($0.masked.name).count }.max() ?? 0
      for entry in job.secrets {
        let name = Visible.text(entry.masked.name)
        text +=
          "    \(name)\(String(repeating: " ", count: min(40, width) + 2 - min(name.count, min(40, width))))"
        text += Self.words(entry.masked) + "\n"
        for clear in entry.clear {
          text += "      in clear at \(Self.place(clear.location))\n"
        }
      }
    }
    let count = jobs.reduce(0) { $0 + $1.secrets.count }
    text += "\(text.isEmpty ? "" : "\n")\(count == 1 ? "1 secret" : "\(count) secrets") reached "
    text += "\(jobs.count == 1 ? "1 job" : "\(jobs.count) jobs")\n"
    return Array(text.utf8)
  }

  /// For programs.
  public var json: [UInt8] {
    var writer = JSONWriter(lineDepth: 4)
    writer.object { writer in
      writer.key("schemaVersion")
      writer.value(1)
      writer.key("incomplete")
      writer.value(isIncomplete)
      writer.key("jobs")
      writer.array { writer in
        for job in jobs {
          writer.object { writer in
            writer.key("path")
            writer.value(Visible.text(job.path.bytes))
            if let name = job.name {
              writer.key("job")
              writer.value(name)
            }
            writer.key("secrets")
            writer.array { writer in
              for entry in job.secrets { Self.write(entry, to: &writer) }
            }
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  private static func write(_ entry: Entry, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.value(entry.masked.name)
      writer.key("places")
      writer.value(entry.masked.places)
      writer.key("steps")
      writer.array { writer in for step in entry.masked.steps { writer.value(step) } }
      if let time = entry.masked.location.place.time {
        writer.key("firstSeen")
        writer.value("\(time)")
      }
      writer.key("inClear")
      writer.array { writer in
        for clear in entry.clear { writer.value(place(clear.location)) }
      }
      let fingerprints = Set(entry.clear.compactMap(\.fingerprint)).sorted()
      if !fingerprints.isEmpty {
        writer.key("secretFingerprints")
        writer.array { writer in for fingerprint in fingerprints { writer.value(fingerprint) } }
      }
    }
  }

  private static func words(_ masked: MaskedName) -> String {
    var words = masked.places == 1 ? "masked once" : "masked \(masked.places) times"
    let steps = masked.steps.prefix(4).map { Visible.text($0) }
    if !steps.isEmpty {
      words += masked.steps.count == 1 ? " in step " : " in steps "
      words += steps.joined(separator: ", ") + (masked.steps.count > 4 ? ", …" : "")
    }
    if let time = masked.location.place.time { words += ", first at \(time)" }
    return words
  }

  private static func place(_ location: Location) -> String {
    "\(Visible.text(location.origin.fullPath.bytes)):\(location.region.startLine)"
      + ":\(location.region.startColumn)"
  }
}
