import Catalogue
import Detection
import Findings
import Foundation
import Patterns
import Rules
import Testing

@Suite struct CatalogueTests {
  /// The rules as the files of the repository say.
  static let written = Result { () throws -> [Rule] in
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yml") }.sorted()
      .map { name in
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
        return try RuleFile.read(bytes, path: "rules/\(name)")
      }
    return try RuleFile.rules(of: files)
  }

  /// Fails when the build did not notice a rule file: see `--disable-build-manifest-caching`.
  @Test func holdsExactlyTheRulesOfTheFiles() throws {
    let written = try Self.written.get()
    let embedded = Array(Catalogue.rules())
    #expect(embedded.map(\.id) == written.map(\.id))
    for (embedded, written) in zip(embedded, written) {
      #expect(embedded.descriptor == written.descriptor)
      #expect(embedded.provider == written.provider)
      #expect(embedded.detector == written.detector)
      #expect(embedded.keywords == written.keywords)
      #expect(embedded.pattern?.source == written.pattern?.source)
      #expect(embedded.naming == written.naming)
      #expect(embedded.window == written.window)
      #expect(embedded.rows == written.rows)
      #expect(embedded.entropy == written.entropy)
      #expect(embedded.checksum == written.checksum)
      #expect(embedded.expiry == written.expiry)
      #expect(embedded.publicPrefix == written.publicPrefix)
      #expect(embedded.lifetimeFact == written.lifetimeFact)
      #expect(embedded.specificity == written.specificity)
      #expect(embedded.examples == written.examples)
      #expect(embedded.counterexamples == written.counterexamples)
    }
  }

  /// What the build wrote down is what would be made of the files; tables that were left behind would
  /// lose findings without a word.
  @Test func holdsTheTablesOfTheFilesRules() throws {
    let tables = try #require(Catalogue.rules().tables)
    #expect(tables == DetectionEngine.tables(of: RuleList(try Self.written.get())))
    #expect(tables.words.allSatisfy { !$0.isEmpty } && tables.numbers.allSatisfy { !$0.isEmpty })
  }

  @Test func findsARuleByItsID() {
    let rules = Catalogue.rules()
    for rule in rules { #expect(rules.rule(rule.id) === rule) }
    #expect(rules.rule("") == nil && rules.rule("a") == nil && rules.rule("zzz") == nil)
  }

  @Test func isSortedAndHoldsEachIdOnce() {
    let ids = Catalogue.rules().map(\.id)
    #expect(ids == Set(ids).sorted())
    #expect(!ids.isEmpty)
  }

  @Test(arguments: Catalogue.rules())
  func keepsTheWordOfItsExamples(_ rule: Rule) {
    #expect(RuleCheck.check([rule], seeds: 0..<4) == [])
  }

  /// The summary is one sentence of a report; the other two are read by someone in a hurry.
  @Test(arguments: Catalogue.rules())
  func saysThingsShortly(_ rule: Rule) {
    let descriptor = rule.descriptor
    #expect(descriptor.summary.hasSuffix(".") && descriptor.summary.count <= 160)
    #expect((20...400).contains(descriptor.revoke.count), "\(descriptor.revoke.count)")
    #expect((20...400).contains(descriptor.replace.count), "\(descriptor.replace.count)")
    for text in [descriptor.summary, descriptor.revoke, descriptor.replace] {
      #expect(!text.contains("\n"))
    }
  }

  @Test func namesRulesForTheirProvider() {
    let families = ["generic-", "private-key-", "url-credentials", "jwt", "environment-dump"]
    for rule in Catalogue.rules() {
      let isFamily = families.contains { rule.id.hasPrefix($0) }
      #expect(isFamily == (rule.provider == Rule.genericProvider), "\(rule.id)")
    }
  }
}
