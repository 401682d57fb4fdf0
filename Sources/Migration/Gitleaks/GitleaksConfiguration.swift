/// `.gitleaks.toml`: rules with RE2 patterns, and allowlists of paths, values and words.
///
/// Source of the format: the README of gitleaks, section "Configuration".
enum GitleaksConfiguration {
  static func read(_ root: TOMLValue, file: String, taken: Set<String>) -> Imported {
    var imported = Imported()
    var taken = taken
    for entry in root.entries {
      let line = entry.value.line
      switch entry.key {
      case "title", "description", "minVersion": break
      case "extend": extend(entry.value, file, &imported)
      case "rules":
        for rule in entry.value.elements { self.rule(rule, file, &taken, &imported) }
      case "allowlist", "allowlists":
        for list in entry.value.elements {
          GitleaksAllowlist(list, file: file).carry(into: &imported, rule: nil)
        }
      default: imported.remark(file, line, "the key \(entry.key) is not known here")
      }
    }
    return imported
  }

  private static func extend(_ table: TOMLValue, _ file: String, _ imported: inout Imported) {
    for entry in table.entries {
      let line = entry.value.line
      switch entry.key {
      case "useDefault":
        if entry.value.isTrue {
          imported.remark(
            file, line,
            "extend.useDefault: the rules that are built in here take the place of theirs")
        }
      case "disabledRules":
        let ids = entry.value.strings.joined(separator: ", ")
        imported.remark(
          file, line,
          "extend.disabledRules: the rules here have ids of their own (leakage rules list); put what "
            + "matches into disable: \(ids)")
      default:
        imported.remark(
          file, line, "extend.\(entry.key): is not followed; import that file, too")
      }
    }
  }

  private static func rule(
    _ table: TOMLValue, _ file: String, _ taken: inout Set<String>, _ imported: inout Imported
  ) {
    let name = table["id"]?.string ?? "rule"
    let line = table["id"]?.line ?? table.line
    func remark(_ text: String) { imported.remark(file, line, "rule \(name): \(text)") }
    let id = freeID(name, &taken)
    let lists = ["allowlist", "allowlists"].compactMap { table[$0] }.flatMap(\.elements)
    guard let source = table["regex"]?.string else {
      remark("has no regex, and rules for paths alone are not known here")
      return
    }
    let group = table["secretGroup"]?.number.map { Int($0) }
    guard let pattern = RE2Pattern.converted(source, secretGroup: group) else {
      remark("its regex has no group number \(group ?? 0)")
      return
    }
    let keywords = table["keywords"]?.strings.filter {
      $0.utf8.count >= 3 && $0.utf8.allSatisfy { $0 < 0x80 }
    }
    guard let keywords, !keywords.isEmpty else {
      remark("has no keyword of three letters or more, and every rule here needs one")
      return
    }
    if id != name { remark("is called \(id) here") }
    for key in ["path", "required"] where table[key] != nil {
      remark("\(key) is left out, so that it finds more than before")
    }
    imported.rules.append(
      .init(
        id: id, name: table["description"]?.string ?? name, pattern: pattern, keywords: keywords,
        entropy: table["entropy"]?.number ?? 0, isLong: RE2Pattern.spansLines(source)))
    for list in lists { GitleaksAllowlist(list, file: file).carry(into: &imported, rule: id) }
  }

  /// An id in our form that nothing else has.
  private static func freeID(_ name: String, _ taken: inout Set<String>) -> String {
    let form = String(
      name.lowercased().map { ("a"..."z").contains($0) || ("0"..."9").contains($0) ? $0 : "-" })
    var id = form.isEmpty ? "imported" : form
    while !taken.insert(id).inserted { id += "-imported" }
    return id
  }
}
