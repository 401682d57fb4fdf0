/// A value of a YAML document, with the place where it was written.
///
/// Nothing is resolved: aliases stay names, `<<` is a key like any other, duplicate keys are all
/// there, and `yes`, `012` or `null` are scalars.
public struct YAMLNode: Sendable {
  /// The four kinds of nodes.
  public enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
    /// `*name`; never expanded.
    case alias(String)
  }

  /// What the node is.
  public let content: Content
  private let lower: UInt32
  private let upper: UInt32
  private let properties: NodeProperties?

  init(_ content: Content, range: Range<Int>, properties: NodeProperties? = nil) {
    self.content = content
    lower = UInt32(truncatingIfNeeded: range.lowerBound)
    upper = UInt32(truncatingIfNeeded: range.upperBound)
    self.properties = properties
  }

  /// The bytes of the input as written: quotes, brackets and a block scalar's header included, tag
  /// and anchor, white space and comments around it not. Lies within the parent's range. A value
  /// that is not written has an empty range at the place where it would stand.
  public var range: Range<Int> { Int(lower)..<Int(upper) }

  /// The tag, resolved against the document's `%TAG` lines: `!Ref`, `tag:yaml.org,2002:binary`.
  public var tag: String? { properties?.tag }

  /// The name after `&`.
  public var anchor: String? { properties?.anchor }
}

extension YAMLNode {
  /// An empty scalar that stands for what is not there.
  static func missing(at offset: Int) -> YAMLNode {
    let place = offset..<offset
    let scalar = YAMLScalar(style: .plain, storage: [], range: 0..<0, contentRange: place)
    return YAMLNode(.scalar(scalar), range: place)
  }
}

/// A key and its value.
public struct YAMLEntry: Sendable {
  /// Any node; mostly a scalar.
  public let key: YAMLNode
  /// An empty scalar where none is written.
  public let value: YAMLNode

  /// An entry of two nodes.
  public init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// What few nodes have, kept apart so that the others stay small.
final class NodeProperties: Sendable {
  let tag: String?
  let anchor: String?

  init(tag: String?, anchor: String?) {
    self.tag = tag
    self.anchor = anchor
  }
}
