/// A rule of the detector `named` shows in each example a value of its shape and one of its names,
/// and in each counterexample not. That the name stands where it counts is for the whole engine to
/// say.
enum NamingCheck {
  static func messages(_ rule: Rule, _ seeds: Range<UInt64>) -> [String] {
    guard let naming = rule.naming else { return ["neither names nor shapes"] }
    let shapes = naming.shapes.compactMap { try? SecretShape($0) }
    var messages: [String] = []
    for (index, example) in rule.examples.enumerated() {
      for seed in seeds {
        guard let text = try? example.render(seed: seed) else { continue }
        let fits = text.secrets.allSatisfy { secret in
          shapes.contains { $0.end(in: text.bytes, from: secret.lowerBound) == secret.upperBound }
        }
        if text.secrets.isEmpty {
          messages.append("example \(index + 1) marks no secret")
        } else if !fits {
          messages.append("example \(index + 1) has none of the shapes (seed \(seed))")
        } else if !isNamed(text.bytes, naming) {
          messages.append("example \(index + 1) names the provider by none of its names")
        } else {
          continue
        }
        break
      }
    }
    return messages
  }

  private static func isNamed(_ text: [UInt8], _ naming: Rule.Naming) -> Bool {
    let letters = String(decoding: text, as: UTF8.self).lowercased().filter(\.isAlphanumeric)
    return (naming.names + naming.commonNames + naming.abbreviations).contains {
      letters.contains($0.filter(\.isAlphanumeric))
    }
  }
}

extension Character {
  fileprivate var isAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
