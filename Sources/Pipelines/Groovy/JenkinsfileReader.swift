internal import Findings

/// Reads the values of a Jenkinsfile: what `environment {}`, `withEnv` and `env.NAME =` set, strings that
/// variables get, the defaults of parameters, the scripts of `sh`, `bat` and `powershell`, and the
/// `NAME=VALUE` lines of files that `writeFile` writes. Groovy itself is not understood;
/// the text of the file is scanned in any case. O(length).
///
/// Source: jenkins.io/doc, "Pipeline Syntax".
struct JenkinsfileReader {
  private let file: [UInt8]
  private var tokens: GroovyTokens
  private var blocks: [Block] = []
  /// The stages that are open, the innermost last.
  private var stages: [String] = []
  /// The words since the last symbol that ends a statement, the last one last.
  private var words: [ArraySlice<UInt8>] = []
  /// What `NAME =` just before this token names: a key path without `environment.` of its own.
  private var target: (name: ArraySlice<UInt8>, isVariable: Bool)?
  private(set) var assignments: [Assignment] = []
  private(set) var scripts: [PlacedScript] = []
  private(set) var places = PlaceTable()

  private enum Block {
    case environment
    case stage
    /// `withEnv([` …
    case variables
    /// `sh(` …, `password(` …
    case call(ArraySlice<UInt8>)
    case other
  }

  init(_ file: [UInt8]) {
    self.file = file
    tokens = GroovyTokens(file)
  }

  mutating func read() {
    /// The stage whose block is about to begin.
    var stage: String?
    /// The name in front of `=` or `:`.
    var name: ArraySlice<UInt8>?
    /// The `name:` argument of the call around.
    var parameter: ArraySlice<UInt8>?
    /// Whether the last token was a word, and whether a `.` stood before it.
    var (isWord, isMember, wasDot) = (false, false, false)
    while let token = tokens.next() {
      let known = target
      target = nil
      if case .symbol(.equals) = token, isWord, let last = words.last {
        let isOfEnvironment = isMember && words.dropLast().last?.equals("env") ?? false
        if isOfEnvironment || !isMember { target = (last, !isOfEnvironment) }
      }
      if case .word = token {
        (isWord, isMember) = (true, wasDot)
      } else {
        isWord = false
      }
      if case .symbol(UInt8(ascii: ".")) = token { wasDot = true } else { wasDot = false }
      switch token {
      case .word(let range):
        words.append(file[range])
        if words.count > 4 { words.removeFirst() }
        if case .environment = blocks.last, let set = name, file[range].equals("credentials") {
          add(String(decoding: set, as: UTF8.self), range, .reference)
          name = nil
        }
      case .string(let range):
        if let known, takesTargets {
          addValue(
            ShownText.bounded(known.name), range, isVariable: known.isVariable)
        } else {
          take(range, name: name, parameter: &parameter, stage: &stage)
        }
        name = nil
      case .symbol(let symbol):
        switch symbol {
        case .equals, UInt8(ascii: ":"):
          name = words.last
        case .openBrace:
          let isEnvironment = words.last.map { $0.equals("environment") } ?? false
          if !isEnvironment, let stage { stages.append(stage) }
          blocks.append(isEnvironment ? .environment : stage == nil ? .other : .stage)
          stage = nil
          words = []
        case .openParenthesis:
          blocks.append(
            words.last.map { $0.equals("withEnv") ? .variables : .call($0) } ?? .other)
          parameter = nil
          words = []
        case .closeBrace, .closeParenthesis:
          if case .stage = blocks.popLast() { stages.removeLast() }
          words = []
        case UInt8(ascii: ","), UInt8(ascii: ";"):
          name = nil
        default: break
        }
      }
    }
  }

  private mutating func take(
    _ range: Range<Int>, name: ArraySlice<UInt8>?, parameter: inout ArraySlice<UInt8>?,
    stage: inout String?
  ) {
    switch blocks.last {
    case .environment:
      guard let name else { return }
      addValue(String(decoding: name, as: UTF8.self), range)
    case .variables:
      guard let pair = KeyValueLine(file, range, names: .variable) else { return }
      addValue(ShownText.bounded(file[pair.name]), pair.value)
    case .call(let call) where call.equals("stage"):
      stage = ShownText.bounded(file[range])
    case .call(let call) where Self.isScript(call):
      if name == nil || name?.equals("script") ?? false { takeScript(range, of: call) }
    case .call(let call) where call.equals("writeFile"):
      if name?.equals("text") ?? false { takeLines(range) }
    case .call:
      if name?.equals("name") ?? false { parameter = file[range] }
      if let parameter, name?.equals("defaultValue") ?? false {
        addValue(ShownText.bounded(parameter), range)
      }
    default:
      guard let last = words.last else { return }
      if Self.isScript(last) {
        takeScript(range, of: last)
      } else if name?.equals("script") ?? false, let call = words.last(where: Self.isScript) {
        takeScript(range, of: call)
      } else if name?.equals("text") ?? false, words.contains(where: { $0.equals("writeFile") }) {
        takeLines(range)
      }
    }
  }

  /// Whether `NAME = "…"` is a statement here, and neither an argument nor a variable of `environment {}`.
  private var takesTargets: Bool {
    switch blocks.last {
    case .stage, .other, nil: true
    case .environment, .variables, .call: false
    }
  }

  /// The `NAME=VALUE` lines of a file's text.
  private mutating func takeLines(_ range: Range<Int>) {
    for line in KeyValueLine.lines(of: file, range) {
      guard let pair = KeyValueLine(file, line, names: .dotted) else { continue }
      addValue(ShownText.bounded(file[pair.name]), pair.value, isVariable: true)
    }
  }

  private static func isScript(_ call: ArraySlice<UInt8>) -> Bool {
    ["sh", "bat", "powershell", "pwsh"].contains { call.equals($0) }
  }

  private mutating func takeScript(_ range: Range<Int>, of call: ArraySlice<UInt8>) {
    let script = Array(file[range])
    let language = call.equals("bat") ? .batch : ScriptLanguage(shell: call) ?? .shell
    places.add(range, place(nil))
    scripts.append(
      PlacedScript(source: ScalarSource(range, of: file), language: language, place: place(nil)))
    for found in language.assignments(in: script) {
      let start = range.lowerBound
      assignments.append(
        Assignment(
          name: found.name, value: found.value, kind: found.kind,
          range: start + found.range.lowerBound..<start + found.range.upperBound,
          place: place(nil)))
    }
  }

  private mutating func addValue(_ name: String, _ range: Range<Int>, isVariable: Bool = false) {
    let value = Array(file[range])
    let found = ValueReading(of: value, names: .any)
    let start = range.lowerBound
    add(
      name, start + found.part.lowerBound..<start + found.part.upperBound, found.kind,
      isVariable: isVariable)
  }

  /// - Parameter isVariable: whether it is one of Groovy, or of a file, and not of the environment.
  private mutating func add(
    _ name: String, _ range: Range<Int>, _ kind: Assignment.Kind, isVariable: Bool = false
  ) {
    let place = isVariable ? Place(job: stages.last, keyPath: name) : place(name)
    places.add(range, place)
    assignments.append(
      Assignment(name: name, value: Array(file[range]), kind: kind, range: range, place: place))
  }

  private func place(_ name: String?) -> Place {
    Place(job: stages.last, keyPath: name.map { "environment.\($0)" })
  }
}

extension ArraySlice<UInt8> {
  fileprivate func equals(_ text: String) -> Bool { elementsEqual(text.utf8) }
}
