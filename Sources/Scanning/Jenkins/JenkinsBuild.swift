internal import Findings
internal import Logs

/// The folder of a build of Jenkins, `jobs/deploy/builds/12`: what stands beside its log says which
/// step wrote a line, and when.
///
/// Source: jenkins.io/doc, "Builds": the layout of JENKINS_HOME.
struct JenkinsBuild {
  /// `deploy #12`.
  let name: String
  private let index: JenkinsIndex
  private let times: JenkinsTimes?
  private let nodes: Nodes

  /// Reads what stands beside a log.
  ///
  /// - Parameter read: gives a file of the folder.
  init(_ name: String, read: @escaping (String) -> [UInt8]?) {
    self.name = name
    index = JenkinsIndex(read("log-index") ?? [])
    let start = read("build.xml").flatMap { XMLText.number("startTime", of: $0[...]) }
    times = start.flatMap { start in
      read("timestamper/timestamps").map { JenkinsTimes($0, start: start) }
    }
    nodes = Nodes(read)
  }

  /// The name of the build that a path is the log of; `nil` for any other path.
  static func name(ofLog path: Path) -> String? {
    let parts = path.bytes.split(separator: UInt8(ascii: "/"))
    guard parts.count >= 3, parts[parts.count - 1].elementsEqual("log".utf8),
      parts[parts.count - 3].elementsEqual("builds".utf8)
    else { return nil }
    let number = parts[parts.count - 2]
    guard number.count <= 9, number.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let job = parts.count > 3 ? String(decoding: parts[parts.count - 4], as: UTF8.self) : "build"
    return "\(job) #\(String(decoding: number, as: UTF8.self))"
  }

  /// The place of a line, as far as the files tell it.
  func place(_ place: Place, _ region: Region) -> Place {
    var place = place
    place.job = name
    let node = index.node(at: region.byteOffset).map(nodes.known)
    if let node {
      let words = [node.stage ?? place.step, node.step].compactMap { $0 }
      if !words.isEmpty { place.step = words.joined(separator: " / ") }
    }
    place.time = place.time ?? times?.time(ofLine: region.startLine) ?? node?.time
    return place
  }

  /// The nodes of the build's graph, each read once.
  private final class Nodes {
    struct Known {
      let stage: String?
      let step: String?
      let time: Timestamp?
    }

    private let read: (String) -> [UInt8]?
    private var nodes: [Int: JenkinsNode?] = [:]
    private lazy var finished = read("workflow-completed/flowNodeStore.xml").map(JenkinsNode.all)
    private var found: [Int: Known] = [:]

    init(_ read: @escaping (String) -> [UInt8]?) { self.read = read }

    /// What is known of a node: its stage is that of the block around it.
    func known(_ id: Int) -> Known {
      if let known = found[id] { return known }
      let node = node(id)
      var stage: String?
      var next = node?.parent
      // A graph may be forged to go in circles.
      for _ in 0..<2_000 {
        guard stage == nil, let current = next.flatMap(self.node) else { break }
        if let start = current.start {
          // A block that ended is not around the node.
          next = self.node(start)?.parent
        } else {
          if current.step == "stage" { stage = current.label }
          next = current.parent
        }
      }
      let known = Known(
        stage: stage, step: node?.step,
        time: node?.time.map { Timestamp(seconds: Int64($0 / 1_000)) })
      found[id] = known
      return known
    }

    private func node(_ id: Int) -> JenkinsNode? {
      if let node = nodes[id] { return node }
      let node = finished?[id] ?? read("workflow/\(id).xml").map { JenkinsNode($0[...]) }
      nodes[id] = node
      return node
    }
  }
}
