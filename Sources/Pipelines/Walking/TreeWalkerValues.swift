internal import Findings
internal import YAML

/// From scalars to assignments.
extension TreeWalker {
  mutating func take(
    _ source: ScalarSource, _ style: YAMLScalar.Style, _ range: Range<Int>, _ isLookup: Bool
  ) {
    guard let key = given?.name ?? path.key(0) else { return }
    let place = place
    places.add(range, place)
    if path.isElement { takeOption(source, place, isLookup) }
    let site = details.sites.first { $0.pattern.matches(path) }
    let first = assignments.count
    defer {
      // A file of many values is more than secrets.
      if site?.holdsSecrets == true, assignments.count == first + 1 {
        assignments[first].isHeldAsSecret = true
      }
    }
    switch site?.reading {
    case .shell:
      let language = setting.language(of: source.value, under: path.key(0))
      scripts.append(PlacedScript(source: source, language: language, place: place))
      takeScript(source, language, place)
      // What follows an option is its value, whoever runs the command.
      if let given, !given.isKey { add(ShownText.bounded(key), source, place, isLookup) }
    case .words:
      takeScript(source, .shell, place)
    case .keyValues:
      takeLines(KeyValueLine.all(in: source.value, names: .dotted), source)
    case .valueOfParent:
      add(ShownText.bounded(path.key(1) ?? key), source, place, isLookup)
    case .base64:
      takeBase64(source, key, place, isLookup)
    case .file:
      takeFile(source, key, place, isLookup)
    case .yaml:
      if !takeYAML(source) { add(ShownText.bounded(key), source, place, isLookup) }
    case .encrypted:
      add(ShownText.bounded(key), source, place, isLookup, kind: .encrypted)
    case .reference:
      add(ShownText.bounded(key), source, place, true)
    case nil where !isLookup && style == .literal && key.isName(ofFile: source.value):
      takeFile(source, key, place, isLookup)
    case nil:
      if !isLookup, path.isElement || style == .literal,
        let lines = KeyValueLine.onlyVariables(in: source.value)
      {
        takeLines(lines, source)
      } else {
        add(ShownText.bounded(key), source, place, isLookup)
      }
    }
  }

  private mutating func add(
    _ name: String, _ source: ScalarSource, _ place: Place, _ isLookup: Bool,
    kind: Assignment.Kind? = nil
  ) {
    let found =
      kind != nil || isLookup
      ? ValueReading(kind: kind ?? .reference, part: source.value.indices)
      : ValueReading(of: source.value, names: details.names)
    if found.part == source.value.indices {
      assignments.append(
        Assignment(
          name: name, value: source.value, kind: found.kind, range: source.range, place: place))
    } else {
      assignments.append(
        Assignment(
          name: name, value: Array(source.value[found.part]), kind: found.kind,
          range: source.range(of: found.part, source.map()), place: place))
    }
  }

  /// `NAME=VALUE` lines. Their key paths end in their names instead of indices, so that they stay
  /// the same when lines are added before them or the list becomes a mapping.
  private mutating func takeLines(_ lines: [KeyValueLine], _ source: ScalarSource) {
    guard !lines.isEmpty else { return }
    let map = source.map()
    var list = path
    if list.isElement { list.pop() }
    for line in lines {
      let value = Array(source.value[line.value])
      let found = ValueReading(of: value, names: details.names)
      let start = line.value.lowerBound
      list.push(.key(source.value[line.name]))
      assignments.append(
        Assignment(
          name: ShownText.bounded(source.value[line.name]), value: Array(value[found.part]),
          kind: found.kind,
          range: source.range(
            of: start + found.part.lowerBound..<start + found.part.upperBound, map),
          place: Place(job: surroundings.job, step: surroundings.step, keyPath: list.text)))
      list.pop()
    }
  }

  private mutating func takeScript(
    _ source: ScalarSource, _ language: ScriptLanguage, _ place: Place
  ) {
    // In a shell there is none without the sign.
    guard language != .shell || source.value.contains(.equals) else { return }
    let found = language.assignments(in: source.value)
    guard !found.isEmpty else { return }
    let map = source.map()
    for assignment in found {
      assignments.append(
        Assignment(
          name: assignment.name, value: assignment.value, kind: assignment.kind,
          range: source.range(of: assignment.range, map), place: place))
    }
  }

  /// An element `--name=value` of a list of arguments.
  private mutating func takeOption(_ source: ScalarSource, _ place: Place, _ isLookup: Bool) {
    let value = source.value
    guard value.has("--", at: 0), let mark = value.firstIndex(of: .equals), mark + 1 < value.count,
      mark > 4, value[2..<mark].allSatisfy({ $0.isWord || "./-".utf8.contains($0) })
    else { return }
    let part = Array(value[(mark + 1)...])
    let found =
      isLookup
      ? ValueReading(kind: .reference, part: part.indices)
      : ValueReading(of: part, names: details.names)
    let start = mark + 1
    assignments.append(
      Assignment(
        name: ShownText.bounded(value[2..<mark]), value: Array(part[found.part]), kind: found.kind,
        range: source.range(
          of: start + found.part.lowerBound..<start + found.part.upperBound, source.map()),
        place: place))
  }

  /// A template's `{{ … }}` without quotes.
  mutating func take(_ template: Range<Int>, _ range: Range<Int>) {
    guard let key = given?.name ?? path.key(0) else { return }
    let place = place
    places.add(range, place)
    assignments.append(
      Assignment(
        name: ShownText.bounded(key), value: Array(file[template]), kind: .reference,
        range: template, place: place))
  }
}

// MARK: - Texts within texts

extension TreeWalker {
  /// How deep strings within strings are read as structure.
  private static let deepest = 3

  private mutating func takeBase64(
    _ source: ScalarSource, _ key: ArraySlice<UInt8>, _ place: Place, _ isLookup: Bool
  ) {
    let digits = source.value.lazy.filter { !$0.isWhite }
    guard !isLookup, source.value.count <= PipelineReader.maximumBytes,
      let decoded = Base64.decode(digits), !decoded.isEmpty,
      // Random bytes are a key that is given in base64 wherever it is used.
      String(validating: decoded, as: UTF8.self) != nil
    else {
      add(ShownText.bounded(key), source, place, isLookup)
      return
    }
    takeFile(ScalarSource(decoded: decoded, from: source), key, place, isLookup)
  }

  /// Reads what a file's name says that it is.
  private mutating func takeFile(
    _ source: ScalarSource, _ key: ArraySlice<UInt8>, _ place: Place, _ isLookup: Bool
  ) {
    if key.isName(ofScript: source.value) {
      takeScript(source, ScriptLanguage(guessed: source.value), place)
    } else if key.hasFileExtension || source.value.contains(.newline),
      let lines = KeyValueLine.onlyVariables(
        in: source.value, names: key.ends(in: ".properties") ? .dotted : .variable)
    {
      takeLines(lines, source)
    } else if !(key.hasFileExtension && takeYAML(source)) {
      add(ShownText.bounded(key), source, place, isLookup)
    }
  }

  /// Reads YAML or JSON in a string; `false` if it holds no mapping or list.
  private mutating func takeYAML(_ source: ScalarSource) -> Bool {
    guard depth < Self.deepest, source.value.contains(UInt8(ascii: ":")) else { return false }
    let tree = YAMLReader.read(source.value, limits: YAMLLimits(maximumBytes: 1 << 20))
    guard tree.problems.isEmpty, tree.documents.contains(where: { $0.isCollection })
    else { return false }
    var inner = TreeWalker(source.value, within: self)
    for document in tree.documents { inner.walk(document, as: Dialect.marked(document)) }
    let map = source.map()
    for found in inner.assignments {
      var assignment = Assignment(
        name: found.name, value: found.value, kind: found.kind,
        range: source.range(of: found.range, map), place: found.place)
      assignment.isHeldAsSecret = found.isHeldAsSecret
      assignments.append(assignment)
    }
    return true
  }
}

extension YAMLNode {
  fileprivate var isCollection: Bool {
    switch content {
    case .mapping, .sequence: true
    case .scalar, .alias: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a key reads like a file's name: `config.yaml`, `.dockerconfigjson`, `values`.
  fileprivate var hasFileExtension: Bool {
    contains(UInt8(ascii: ".")) || elementsEqual("config".utf8) || elementsEqual("values".utf8)
      || elementsEqual("kubeconfig".utf8)
  }

  fileprivate func isName(ofScript text: [UInt8]) -> Bool {
    text.has("#!", at: 0) || ends(in: ".sh")
  }

  /// Whether a key of no meaning to the dialect names a file whose language is known.
  fileprivate func isName(ofFile text: [UInt8]) -> Bool {
    isName(ofScript: text) || elementsEqual("config".utf8) || elementsEqual("values".utf8)
      || [".yaml", ".yml", ".json", ".properties", ".env"].contains { ends(in: $0) }
  }

  fileprivate func ends(in tail: String) -> Bool {
    suffix(tail.utf8.count).elementsEqual(tail.utf8)
  }
}
