internal import YAML

/// Where the jobs or the steps of a dialect are, and what they are called.
struct Naming: Sendable {
  private let patterns: [KeyPattern]
  private let keys: [[String]]
  private let exceptions: [String]
  private let word: String

  /// - Parameters:
  ///   - pattern: where they are; an empty one is the document itself.
  ///   - others: where else they are.
  ///   - keys: what holds the name, the best first; `run.name` is the name in `run`. Never a script: its first line may hold a
  ///     secret, and names are shown.
  ///   - exceptions: keys that the pattern matches and that are none.
  ///   - word: what to call the nameless of a sequence, followed by its number from 1.
  init(
    _ pattern: KeyPattern, or others: [KeyPattern] = [], by keys: [String] = [],
    except exceptions: [String] = [],
    word: String = "step"
  ) {
    patterns = [pattern] + others
    self.keys = keys.map { $0.split(separator: ".").map(String.init) }
    self.exceptions = exceptions
    self.word = word
  }

  /// The name of the mapping at a path; `nil` if it is no job, or no step.
  func name(of node: YAMLNode, at path: KeyPath) -> String? {
    guard patterns.contains(where: { $0.matches(path) }) else { return nil }
    let last = path.inDocument.last
    if case .key(let key) = last, exceptions.contains(where: { key.elementsEqual($0.utf8) }) {
      return nil
    }
    for key in keys {
      let held = key.reduce(Optional(node)) { $0?[$1] }
      if let held, case .scalar(let scalar) = held.content, scalar.count > 0 {
        return ShownText.bounded(scalar.bytes)
      }
    }
    switch last {
    case .key(let key): return ShownText.bounded(key)
    case .index(let index): return "\(word) \(index + 1)"
    case nil: return nil
    }
  }
}
