internal import YAML

/// The variables that the files of a pipeline give a value to, for the paths of what they include.
///
/// GitLab takes their values from the settings of the project, which are not there to be read; what a
/// file says is what its author meant.
///
/// Source: docs.gitlab.com, "Use variables with include".
struct GitLabVariables {
  private var values: [String: String] = [:]

  /// Adds the `variables:` at the top of documents. The first value of a name stays: that of the file
  /// nearest to the pipeline's beginning.
  mutating func add(_ documents: [YAMLNode]) {
    for root in documents {
      for variable in root["variables"]?.entries ?? [] {
        guard let name = variable.key.scalar, values[name] == nil,
          let value = variable.value.scalar ?? variable.value["value"]?.scalar,
          !value.contains("$")
        else { continue }
        values[name] = value
      }
    }
  }

  /// A path with the values of its variables, `$NAME` and `${NAME}`; `nil` if one is not known.
  func expanded(_ path: String) -> String? {
    guard path.contains("$") else { return path }
    var found: [UInt8] = []
    let bytes = Array(path.utf8)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == .dollar else {
        found.append(bytes[at])
        at += 1
        continue
      }
      let isBraced = at + 1 < bytes.count && bytes[at + 1] == .openBrace
      let start = at + (isBraced ? 2 : 1)
      var end = start
      while end < bytes.count, bytes[end].isWord { end += 1 }
      guard end > start, !isBraced || end < bytes.count && bytes[end] == .closeBrace,
        let value = values[String(decoding: bytes[start..<end], as: UTF8.self)]
      else { return nil }
      found += value.utf8
      // Variables of variables would grow without end.
      guard found.count <= 1_024 else { return nil }
      at = isBraced ? end + 1 : end
    }
    return String(decoding: found, as: UTF8.self)
  }
}
