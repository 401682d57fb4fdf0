import Rules
import Testing

@testable import Detection

/// Each rule's own value in the files and commands that carry secrets: found there, exactly, and
/// under the name of its provider. Values are made of the rules' own templates.
@Suite struct CarrierTests {
  struct Carrier: Sendable {
    let path: String
    /// The text, of a provider's word in lower case with `_`, and a value.
    let text: @Sendable (_ word: String, _ value: String) -> String
  }

  static let carriers = [
    Carrier(path: ".env") { "A=1\n\($0.uppercased())_API_KEY=«\($1)»\nB=2\n" },
    Carrier(path: "a.yml") { "name: web\n\($0)_token: \"«\($1)»\"\nport: 80\n" },
    Carrier(path: "a.json") { "{\n  \"\(camel($0))AccessToken\": \"«\($1)»\",\n  \"a\": 1\n}\n" },
    Carrier(path: "a.js") { "const \(camel($0))Secret = '«\($1)»';\n" },
    Carrier(path: "a.sh") { "export \($0.uppercased())_SECRET_KEY=\"«\($1)»\"\n" },
    Carrier(path: "a.log") { "2026-05-04T10:22:33Z DEBUG \($0.uppercased())_TOKEN=«\($1)»\n" },
    Carrier(path: "a.properties") { "\($0.replacing("_", with: ".")).api.key=«\($1)»\n" },
    Carrier(path: "a.config") { "<add key=\"\(pascal($0))ApiKey\" value=\"«\($1)»\" />\n" },
    Carrier(path: "b.yml") { "services:\n  \($0):\n    on: true\n    api_key: '«\($1)»'\n" },
    Carrier(path: "b.json") { "{\n  \"\($0)\": {\n    \"token\": \"«\($1)»\"\n  }\n}\n" },
    Carrier(path: "Dockerfile") { "FROM a\nENV \($0.uppercased())_API_TOKEN \"«\($1)»\"\n" },
    Carrier(path: "a.ps1") { "$env:\($0.uppercased())_API_KEY = '«\($1)»'\n" },
    Carrier(path: "c.yml") { "env:\n- name: \($0.uppercased())_TOKEN\n  value: '«\($1)»'\n" },
    Carrier(path: "a.ini") { "[main]\na = 1\n\n[\($0)]\nuser = ci\napi_key = «\($1)»\n" },
    Carrier(path: "a.tf") { "provider \"\($0)\" {\n  api_key = \"«\($1)»\"\n}\n" },
    Carrier(path: "b.sh") {
      "curl -H 'Authorization: Bearer «\($1)»' https://api.\($0.replacing("_", with: "")).com/v1\n"
    },
  ]

  static func pascal(_ word: String) -> String {
    word.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  static func camel(_ word: String) -> String {
    let pascal = pascal(word)
    return pascal.prefix(1).lowercased() + pascal.dropFirst()
  }

  /// A rule that tells its values apart wherever they stand, with its provider's word and a value.
  static func value(of rule: Rule, seed: UInt64) throws -> (word: String, value: String)? {
    guard rule.provider != Rule.genericProvider else { return nil }
    if let naming = rule.naming {
      let word = (naming.names + naming.commonNames)[0]
      let value = try Template("«\(naming.shapes[0])»").render(seed: seed).bytes
      return (word.replacing(" ", with: "_"), String(decoding: value, as: UTF8.self))
    }
    guard rule.detector == .pattern, let example = rule.examples.first else { return nil }
    let rendered = try example.render(seed: seed)
    guard let range = rendered.secrets.first else { return nil }
    let value = String(decoding: rendered.bytes[range], as: UTF8.self)
    let isMarked = rule.keywords.contains { value.hasPrefix($0.text) && $0.anchor == .match }
    let isPlain = value.utf8.allSatisfy { $0 > 0x20 && !"\"'`\\$<>{}&%".utf8.contains($0) }
    guard isMarked, isPlain, value.utf8.count < 600 else { return nil }
    return (String(rule.id.prefix { $0 != "-" }), value)
  }

  @Test func valuesAreFoundAndNamedInTheirCarriers() throws {
    let rules = try CatalogueTests.rules()
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(rules), options: DetectionOptions(asOf: Fixture.asOf)))
    var count = 0
    var missed: [String] = []
    for rule in rules {
      // One carrier a rule: each of them meets rules of each kind often enough.
      let number = rule.id.utf8.reduce(0) { ($0 * 31 + Int($1)) % 10_007 }
      let carrier = Self.carriers[number % Self.carriers.count]
      // Twice, since a random value may look like a word or a placeholder by chance.
      let outcomes = try ([7, 8] as [UInt64]).compactMap { seed -> Bool? in
        guard let (word, value) = try Self.value(of: rule, seed: seed) else { return nil }
        let marked = MarkedText(carrier.text(word, value))
        let found = worker.detect(Fixture.subject(marked.bytes, path: carrier.path)).confirmed
        return found.contains {
          $0.range == marked.ranges[0] && $0.rule.provider == rule.provider
        }
      }
      guard !outcomes.isEmpty else { continue }
      count += 1
      if !outcomes.contains(true) { missed.append("\(rule.id) in \(carrier.path)") }
    }
    #expect(count > 900)
    // Short keys and those with signs in them are told by their own names alone.
    #expect(missed.count * 100 <= count, "\(missed)")
  }
}
