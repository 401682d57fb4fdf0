/// Which secrets variables hold, by the names of the variables. Those of a step hide those of its job,
/// and those the ones of the workflow; none is copied from one to the next.
struct SecretVariables {
  private var layers: [[String: [String]]] = []
  /// Whether none holds a secret.
  private(set) var isEmpty = true

  /// The secrets that a variable holds.
  subscript(_ name: String) -> [String] {
    for layer in layers.reversed() {
      if let secrets = layer[name] { return secrets }
    }
    return []
  }

  /// With the variables of a place within.
  func within(_ variables: [Field]) -> SecretVariables {
    // Where none holds a secret, none can be hidden.
    guard !variables.isEmpty, !(isEmpty && variables.allSatisfy { $0.secrets.isEmpty }) else {
      return self
    }
    var inner = self
    inner.layers.append(
      Dictionary(variables.map { ($0.name, $0.secrets) }, uniquingKeysWith: { $1 }))
    inner.isEmpty = false
    return inner
  }

  /// With room for those that a script sets itself.
  func withOwn() -> SecretVariables {
    var inner = self
    inner.layers.append([:])
    return inner
  }

  /// Sets a variable of the innermost place.
  mutating func set(_ name: String, to secrets: [String]) {
    layers[layers.count - 1][name] = secrets
    isEmpty = false
  }
}
