internal import Findings
internal import YAML

/// Goes through a tree and makes assignments of its values, as a dialect wants them read.
struct TreeWalker {
  private let file: [UInt8]
  private let dialect: Dialect
  private var path = KeyPath()
  /// Job and step of the node.
  private var surroundings = Place()
  private(set) var assignments: [Assignment] = []
  private(set) var places = PlaceTable()

  init(_ file: [UInt8], _ dialect: Dialect) {
    self.file = file
    self.dialect = dialect
  }

  /// Reads a document. Recurs as deep as the tree, which the YAML reader bounds.
  mutating func walk(_ node: YAMLNode) { walk(node, isLookup: false) }

  private mutating func walk(_ node: YAMLNode, isLookup: Bool) {
    let isLookup = isLookup || node.tag.map(LookupTag.isLookup) ?? false
    switch node.content {
    case .alias:
      // Its anchor is read where it stands.
      break
    case .scalar(let scalar):
      guard !scalar.isMissing(tag: node.tag) else { return }
      take(ScalarSource(scalar, in: file), scalar.style, node.range, isLookup)
    case .sequence(let elements):
      for (index, element) in elements.enumerated() {
        path.push(.index(index))
        walk(element, isLookup: isLookup)
        path.pop()
      }
    case .mapping(let entries):
      if let template = Template.bytes(of: node, in: file) {
        take(template, node.range)
      } else {
        walk(entries, of: node, isLookup)
      }
    }
  }

  private mutating func walk(_ entries: [YAMLEntry], of node: YAMLNode, _ isLookup: Bool) {
    let outside = surroundings
    var isOpen = false
    if let job = dialect.jobs?.name(of: node, at: path) {
      surroundings = Place(job: job)
      isOpen = true
    } else if let step = dialect.steps?.name(of: node, at: path) {
      surroundings.step = step
      isOpen = true
    }
    if isOpen { places.open(node.range, surroundings) }
    for entry in entries {
      if case .scalar(let key) = entry.key.content {
        path.push(.key(key.bytes))
      } else {
        path.push(.key(ArraySlice("?".utf8)))
      }
      walk(entry.value, isLookup: isLookup)
      path.pop()
    }
    if isOpen { places.close() }
    surroundings = outside
  }

  private var place: Place {
    Place(job: surroundings.job, step: surroundings.step, keyPath: path.text)
  }
}

// MARK: - Values

extension TreeWalker {
  private mutating func take(
    _ source: ScalarSource, _ style: YAMLScalar.Style, _ range: Range<Int>, _ isLookup: Bool
  ) {
    guard let key = path.key(0) else { return }
    let place = place
    places.add(range, place)
    let site = dialect.sites.first { $0.pattern.matches(path) }
    switch site?.reading {
    case .shell:
      takeScript(source, place)
    case .keyValues:
      takeLines(KeyValueLine.all(in: source.value, names: .dotted), source)
    case .valueOfParent:
      add(ShownText.bounded(path.key(1) ?? key), source, place, isLookup)
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
    _ name: String, _ source: ScalarSource, _ place: Place, _ isLookup: Bool
  ) {
    let found =
      isLookup
      ? ValueReading(kind: .reference, part: source.value.indices)
      : ValueReading(of: source.value, names: dialect.names)
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
      let found = ValueReading(of: value, names: dialect.names)
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

  private mutating func takeScript(_ source: ScalarSource, _ place: Place) {
    guard source.value.contains(.equals) else { return }
    var reader = ShellReader(source.value)
    let found = reader.assignments()
    guard !found.isEmpty else { return }
    let map = source.map()
    for assignment in found {
      assignments.append(
        Assignment(
          name: assignment.name, value: assignment.value, kind: assignment.kind,
          range: source.range(of: assignment.range, map), place: place))
    }
  }

  /// A template's `{{ … }}` without quotes.
  private mutating func take(_ template: Range<Int>, _ range: Range<Int>) {
    guard let key = path.key(0) else { return }
    let place = place
    places.add(range, place)
    assignments.append(
      Assignment(
        name: ShownText.bounded(key), value: Array(file[template]), kind: .reference,
        range: template, place: place))
  }
}

extension YAMLScalar {
  /// Whether no value is there: nothing, blanks, or a null.
  fileprivate func isMissing(tag: String?) -> Bool {
    if !bytes.contains(where: { !$0.isWhite }) { return true }
    guard style == .plain, tag == nil, count <= 4 else { return false }
    return equals("~") || equals("null") || equals("Null") || equals("NULL")
  }
}
