import Glibc
import Rules

/// `EmbedRules OUTPUT.swift RULES.yml…`: reads and checks the rule files and writes one Swift file
/// that makes the same rules without reading anything. What is wrong with a rule file is printed as
/// `rules/x.yml:3:5: error: …`, which stops the build and which editors understand.
@main
enum EmbedRules {
  static func main() {
    guard CommandLine.arguments.count >= 2 else {
      fail(["usage: EmbedRules OUTPUT.swift RULES.yml…"])
    }
    var files: [RuleFile] = []
    var errors: [String] = []
    for path in CommandLine.arguments.dropFirst(2) {
      guard let bytes = TextFile.read(path) else { fail(["\(path): error: cannot be read"]) }
      do {
        let file = try RuleFile.read(bytes, path: shortened(path))
        errors += problems(of: file)
        files.append(file)
      } catch {
        errors.append("\(error)")
      }
    }
    guard errors.isEmpty else { fail(errors) }
    do {
      let source = RuleSource.file(of: RuleList(try RuleFile.rules(of: files)))
      let output = CommandLine.arguments[1]
      guard TextFile.write(source, to: output) else {
        fail(["\(output): error: cannot be written"])
      }
    } catch {
      fail(["\(error)"])
    }
  }

  /// Each rule against its own examples. Hostile texts are left to the tests: they take a while.
  private static func problems(of file: RuleFile) -> [String] {
    file.rules.enumerated().flatMap { index, rule in
      RuleCheck.check([rule], isThorough: false).map { problem in
        "\(file.error(inRule: index, "\(problem)"))"
      }
    }
  }

  /// The folder and the name: how people speak of `rules/x.yml`.
  private static func shortened(_ path: String) -> String {
    path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  private static func fail(_ errors: [String]) -> Never {
    _ = TextFile.write(errors.map { $0 + "\n" }.joined(), to: "/dev/stderr")
    exit(1)
  }
}
