internal import ArgumentParser
internal import Catalogue
internal import Findings
internal import Rules
internal import Scanning
internal import YAML

/// `leakage rules`: look at the rules, and check rule files.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, show and check the rules.",
    subcommands: [List.self, Show.self, Check.self, Page.self, Severities.self])

  /// Rules of the user, beside those that are built in.
  struct Own: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "Rules of your own: a file, or a folder of *.yml files. May be repeated.",
        valueName: "path"),
      completion: .file())
    var rules: [String] = []

    /// All rules, by id.
    func all() throws -> RuleList { try UserRules.load(rules, from: .files) }
  }

  /// `leakage rules list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the rules.")

    @OptionGroup var own: Own

    func run() throws {
      let rules = try own.all()
      let width = rules.map(\.id.count).max() ?? 0
      var text = ""
      for rule in rules {
        let severity = rule.descriptor.severity.name
        text += rule.id + String(repeating: " ", count: width + 2 - rule.id.count)
        text += severity + String(repeating: " ", count: 9 - severity.count)
        text += "\(rule.descriptor.name)\n"
      }
      text += "\(rules.count) rules\n"
      _ = Terminal.write(Array(text.utf8), to: 1)
    }
  }

  /// `leakage rules show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what a rule finds, how long such a credential lives, and what to do.")

    @Argument(help: "The rule's id.") var id: String
    @OptionGroup var own: Own

    func run() throws {
      let rules = try own.all()
      guard let rule = rules.first(where: { $0.id == id }) else {
        let near = rules.map(\.id).filter { $0.contains(id) || id.contains($0) }.prefix(3)
        let hint =
          near.isEmpty ? "leakage rules list shows all" : near.joined(separator: ", ") + "?"
        throw Failure.usage("no rule has the id \(id); \(hint)")
      }
      _ = Terminal.write(Array(RulePage.text(of: rule, width: Terminal.width).utf8), to: 1)
    }
  }

  /// `leakage rules page`.
  struct Page: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a page of all rules that are built in, in Markdown.",
      discussion: "docs/rules.md is made by it: leakage rules page > docs/rules.md")

    func run() throws {
      _ = Terminal.write(Array(RuleTable.markdown(of: Array(Catalogue.rules())).utf8), to: 1)
    }
  }

  /// `leakage rules severity`.
  struct Severities: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "severity",
      abstract: "Print how severities and ranks come about, in Markdown.",
      discussion: "docs/severity.md is made by it: leakage rules severity > docs/severity.md")

    func run() throws {
      _ = Terminal.write(Array(SeverityPage.markdown.utf8), to: 1)
    }
  }

  /// `leakage rules check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that rules are sound: their examples match, their counterexamples do not.",
      discussion: "Without a file: the rules that are built in.")

    @Argument(
      help: ArgumentHelp("Rule files, or folders of them.", valueName: "path"),
      completion: .file(extensions: ["yml", "yaml"]))
    var files: [String] = []

    func run() throws {
      let rules = files.isEmpty ? Array(Catalogue.rules()) : try read()
      let problems = RuleCheck.check(rules)
      for problem in problems { Terminal.printError("\(problem)") }
      if !problems.isEmpty {
        let counted = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
        throw Failure.usage("\(counted) in \(Self.count(rules))")
      }
      _ = Terminal.write(Array("\(Self.count(rules)): sound\n".utf8), to: 1)
    }

    private static func count(_ rules: [Rule]) -> String {
      rules.count == 1 ? "1 rule" : "\(rules.count) rules"
    }

    private func read() throws -> [Rule] {
      let read = try UserRules.read(files, from: .files)
      do throws(YAMLError) {
        return try RuleFile.rules(of: read)
      } catch {
        throw Failure.usage("\(error)")
      }
    }
  }
}
