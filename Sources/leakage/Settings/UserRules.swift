internal import Catalogue
internal import Rules
internal import YAML

/// The rules that are built in, and those of the user.
enum UserRules {
  /// All rules, by id.
  ///
  /// - Parameter names: files, and folders of files.
  /// - Throws: for the first mistake in a file, and for an id that two rules have.
  static func load(_ names: [String], from source: SettingsSource) throws -> RuleList {
    let builtIn = Catalogue.rules()
    if names.isEmpty { return builtIn }
    let own = try read(names, from: source)
    let known = Set(builtIn.map(\.id))
    for file in own {
      for (index, rule) in file.rules.enumerated() where known.contains(rule.id) {
        let error = file.error(
          inRule: index,
          "the id \(rule.id) is that of a built-in rule; take another one, and disable the built-in "
            + "rule if yours replaces it")
        throw Failure.usage("\(error)")
      }
    }
    do throws(YAMLError) {
      return RuleList(Array(builtIn) + (try RuleFile.rules(of: own)))
    } catch {
      throw Failure.usage("\(error)")
    }
  }

  /// The files of these names, each once.
  static func read(_ names: [String], from source: SettingsSource) throws -> [RuleFile] {
    var seen: Set<String> = []
    var files: [RuleFile] = []
    for name in names {
      for file in try source.ruleFiles(name) where seen.insert(file).inserted {
        let bytes = try source.read(file)
        do throws(YAMLError) {
          files.append(try RuleFile.read(bytes, path: source.shown(file)))
        } catch {
          throw Failure.usage("\(error)")
        }
      }
    }
    return files
  }
}
