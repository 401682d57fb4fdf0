internal import YAML

/// Recognises `{{ … }}` without quotes, which YAML reads as a mapping within a mapping.
enum Template {
  static func bytes(of node: YAMLNode, in file: [UInt8]) -> Range<Int>? {
    let range = node.range
    guard range.count >= 4, range.upperBound <= file.count, file.has("{{", at: range.lowerBound),
      file.has("}}", at: range.upperBound - 2)
    else { return nil }
    return range
  }
}
