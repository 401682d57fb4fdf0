/// A node of a pipeline's graph: a step, or the beginning or the end of a block of steps.
///
/// Source: workflow-support, `SimpleXStreamFlowNodeStorage`: one file a node, `workflow/7.xml`, or all
/// of a finished build in `workflow-completed/flowNodeStore.xml`.
public struct JenkinsNode: Sendable {
  /// The node before it.
  public let parent: Int?
  /// Of a block's end: the block's beginning.
  public let start: Int?
  /// What people called it: a stage's name.
  public let label: String?
  /// What runs: `sh`, `bat`, `stage`.
  public let step: String?
  /// When it began, in milliseconds since 1970.
  public let time: Int?

  /// Reads the XML of one node; what is missing in it is `nil`.
  public init(_ xml: ArraySlice<UInt8>) {
    parent = XMLText.element("parentIds", of: xml).flatMap { XMLText.number("string", of: $0) }
    start = XMLText.number("startId", of: xml)
    label = XMLText.element("displayName", of: xml).map { Self.words($0) }
    step = XMLText.element("descriptorId", of: xml).map(Self.step)
    time = XMLText.number("startTime", of: xml)
  }

  /// The nodes of a finished build by their ids.
  public static func all(in store: [UInt8]) -> [Int: JenkinsNode] {
    var nodes: [Int: JenkinsNode] = [:]
    for part in XMLText.parts(between: "<Tag", of: store[...]) {
      guard let id = XMLText.number("id", of: part) else { continue }
      nodes[id] = JenkinsNode(part)
    }
    return nodes
  }

  /// `org.jenkinsci.plugins.workflow.steps.durable_task.ShellStep` is `sh`.
  private static func step(_ descriptor: ArraySlice<UInt8>) -> String {
    let name = words(descriptor.split(separator: UInt8(ascii: ".")).last ?? descriptor)
    switch name {
    case "ShellStep": return "sh"
    case "BatchScriptStep": return "bat"
    case "PowershellScriptStep": return "powershell"
    case "PowerShellCoreScriptStep": return "pwsh"
    default:
      let core = name.hasSuffix("Step") ? name.dropLast(4) : name[...]
      return core.prefix(1).lowercased() + core.dropFirst()
    }
  }

  private static func words(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: XMLEntity.decoded(text.prefix(200)), as: UTF8.self)
  }
}
