internal import Findings
internal import YAML

/// Goes through a tree and makes assignments of its values, as a dialect wants them read.
struct TreeWalker {
  let file: [UInt8]
  private(set) var dialect: Dialect {
    didSet { details = dialect.details }
  }
  /// Those of the dialect.
  private(set) var details: Dialect.Details
  private(set) var path = KeyPath()
  /// Job and step of the node.
  private(set) var surroundings = Place()
  /// The name that the present value has instead of its key.
  private(set) var given: GivenName?
  /// How many strings this text is in.
  let depth: Int
  var assignments: [Assignment] = []
  /// The scripts, with their places.
  var scripts: [PlacedScript] = []
  /// What the entries around say about the language of scripts.
  private(set) var setting: ScriptSetting
  var places = PlaceTable()

  init(_ file: [UInt8], _ dialect: Dialect) {
    self.file = file
    self.dialect = dialect
    details = dialect.details
    setting = ScriptSetting(usual: details.usual)
    depth = 0
  }

  /// A walker for YAML in a string of another's file.
  init(_ text: [UInt8], within outer: TreeWalker) {
    file = text
    dialect = outer.dialect
    details = outer.details
    path = outer.path
    _ = path.beginDocument()
    surroundings = outer.surroundings
    setting = outer.setting
    depth = outer.depth + 1
  }

  /// Reads a document in the dialect whose marks it bears, or else in the file's own.
  /// Recurs as deep as the tree, which the YAML reader bounds.
  mutating func walk(_ node: YAMLNode, as dialect: Dialect? = nil) {
    let outer = self.dialect
    if let dialect { self.dialect = dialect }
    walk(node, isLookup: false)
    self.dialect = outer
  }

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
        if index > 0, case .scalar(let scalar) = element.content,
          scalar.bytes.first != UInt8(ascii: "-")
        {
          given = GivenName.option(elements[index - 1])
        }
        enter(element, isLookup)
        given = nil
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

  /// Walks a node, which may be a document of its own.
  private mutating func enter(_ node: YAMLNode, _ isLookup: Bool) {
    guard details.parts.contains(where: { $0.matches(path) }) else {
      walk(node, isLookup: isLookup)
      return
    }
    let (outer, start) = (dialect, path.beginDocument())
    dialect = Dialect.marked(node) ?? outer
    walk(node, isLookup: isLookup)
    dialect = outer
    path.endDocument(start)
  }

  private mutating func walk(_ entries: [YAMLEntry], of node: YAMLNode, _ isLookup: Bool) {
    let outside = (surroundings, setting)
    if details.hasScripts { setting = setting.within(entries, windows: details.windows) }
    var isOpen = false
    if let job = details.jobs?.name(of: node, at: path) {
      surroundings = Place(job: job)
      isOpen = true
    } else if let step = details.steps?.name(of: node, at: path) {
      surroundings.step = step
      isOpen = true
    }
    if isOpen { places.open(node.range, surroundings) }
    let name = GivenName.beside(valuesOf: entries)
    for entry in entries {
      var isLookup = isLookup
      if case .scalar(let key) = entry.key.content {
        path.push(.key(key.bytes))
        isLookup = isLookup || LookupKey.isLookup(key.bytes)
        if let name, GivenName.isValue(key.bytes), case .scalar = entry.value.content {
          given = name
        }
      } else {
        path.push(.key(ArraySlice("?".utf8)))
      }
      enter(entry.value, isLookup)
      given = nil
      path.pop()
    }
    if isOpen { places.close() }
    (surroundings, setting) = outside
  }

  /// The place of the present value in words.
  var place: Place {
    Place(
      job: surroundings.job, step: surroundings.step,
      keyPath: given.flatMap { $0.isKey ? text(endingIn: $0.name) : nil } ?? path.text)
  }

  /// The path of a value whose name takes the place of its key.
  private func text(endingIn name: ArraySlice<UInt8>) -> String {
    var path = path
    path.pop()
    if path.isElement { path.pop() }
    path.push(.key(name))
    return path.text
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
