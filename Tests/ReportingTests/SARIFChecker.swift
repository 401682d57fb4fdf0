/// What GitHub code scanning asks for beyond the standard's schema, as a list of complaints.
enum SARIFChecker {
  static func complaints(_ bytes: [UInt8]) throws -> [String] {
    let file = try JSONValue.parse(bytes)
    var checker = Checker()
    checker.check(file["version"]?.text == "2.1.0", "version")
    checker.text(file["$schema"], "$schema", 255)
    checker.check((1...20).contains(file["runs"]?.items.count ?? 0), "runs")
    for run in file["runs"]?.items ?? [] { checker.run(run) }
    return checker.complaints
  }

  private struct Checker {
    var complaints: [String] = []

    mutating func check(_ holds: Bool, _ what: String) { if !holds { complaints.append(what) } }

    mutating func text(_ value: JSONValue?, _ what: String, _ limit: Int = 1_024) {
      check((1...limit).contains(value?.text?.utf16.count ?? 0), "\(what): no text, or too long")
    }

    mutating func run(_ run: JSONValue) {
      let driver = run["tool"]?["driver"]
      text(driver?["name"], "driver.name")
      let rules = driver?["rules"]?.items ?? []
      check(driver?["rules"] != nil && rules.count <= 25_000, "rules")
      check(Set(rules.map { $0["id"]?.text }).count == rules.count, "duplicate rules")
      for rule in rules { self.rule(rule) }
      let results = run["results"]?.items ?? []
      check(run["results"] != nil && results.count <= 25_000, "results")
      check(run["columnKind"]?.text == "utf16CodeUnits", "columnKind")
      check(run["automationDetails"]?["id"]?.text?.hasSuffix("/") == true, "category")
      check(run["invocations"]?[0]?["executionSuccessful"]?.flag == true, "executionSuccessful")
      for result in results { self.result(result, rules) }
      let notes = run["invocations"]?[0]?["toolExecutionNotifications"]?.items ?? []
      for note in notes {
        text(note["message"]?["text"], "notification")
        let descriptor = driver?["notifications"]?[note["descriptor"]?["index"]?.int ?? -1]
        check(descriptor?["id"] == note["descriptor"]?["id"], "notification descriptor")
      }
    }

    private mutating func rule(_ rule: JSONValue) {
      let id = rule["id"]?.text ?? ""
      text(rule["id"], "rule id", 255)
      text(rule["name"], "\(id) name", 255)
      text(rule["shortDescription"]?["text"], "\(id) shortDescription")
      text(rule["fullDescription"]?["text"], "\(id) fullDescription")
      text(rule["help"]?["text"], "\(id) help", 100_000)
      text(rule["help"]?["markdown"], "\(id) help.markdown", 100_000)
      let severity = Double(rule["properties"]?["security-severity"]?.text ?? "") ?? 0
      check(severity > 0 && severity <= 10, "\(id) security-severity")
      let precisions = ["very-high", "high", "medium", "low"]
      check(precisions.contains(rule["properties"]?["precision"]?.text ?? ""), "\(id) precision")
      let tags = rule["properties"]?["tags"]?.items ?? []
      check(tags.count <= 10 && tags.contains(.text("security")), "\(id) tags")
      level(rule["defaultConfiguration"]?["level"], id)
    }

    private mutating func level(_ level: JSONValue?, _ what: String) {
      check(["error", "warning", "note"].contains(level?.text ?? ""), "\(what) level")
    }

    private mutating func result(_ result: JSONValue, _ rules: [JSONValue]) {
      let index = result["ruleIndex"]?.int ?? -1
      let id = result["ruleId"]?.text ?? ""
      check(rules.indices.contains(index) && rules[index]["id"]?.text == id, "\(id) ruleIndex")
      check(result["kind"]?.text == "fail", "\(id) kind")
      level(result["level"], id)
      check((0...100).contains(result["rank"]?.int ?? -1), "\(id) rank")
      let message = result["message"]?["text"]?.text ?? ""
      check(!message.isEmpty, "\(id) message")
      check(result["locations"]?.items.count == 1, "\(id) locations")
      let related = result["relatedLocations"]?.items ?? []
      check(related.count <= 100, "\(id) relatedLocations")
      for (offset, location) in related.enumerated() {
        check(location["id"]?.int == offset + 1, "\(id) related id")
        check(message.contains("](\(offset + 1))"), "\(id) related \(offset + 1) is not linked")
      }
      for location in (result["locations"]?.items ?? []) + related { place(location, id) }
      let hash = result["partialFingerprints"]?["primaryLocationLineHash"]?.text ?? ""
      let parts = hash.split(separator: ":")
      check(
        parts.count == 2 && UInt64(parts[0], radix: 16) != nil && Int(parts[1]) ?? 0 > 0,
        "\(id) line hash \(hash)")
      check(result["suppressions"] == nil, "\(id) suppressions")
    }

    private mutating func place(_ location: JSONValue, _ id: String) {
      let physical = location["physicalLocation"]
      uri(physical?["artifactLocation"]?["uri"]?.text ?? "", id)
      guard let region = physical?["region"], let line = region["startLine"]?.int,
        let column = region["startColumn"]?.int, let endLine = region["endLine"]?.int,
        let endColumn = region["endColumn"]?.int
      else {
        complaints.append("\(id) region")
        return
      }
      check(line >= 1 && column >= 1 && endColumn >= 1, "\(id) region from 1")
      check(endLine > line || (endLine == line && endColumn > column), "\(id) empty region")
      check((region["byteOffset"] == nil) == (region["byteLength"] == nil), "\(id) bytes")
      check(region["byteOffset"]?.int ?? 0 >= 0, "\(id) byteOffset")
      check(region["snippet"] == nil && physical?["contextRegion"] == nil, "\(id) snippet")
    }

    /// A relative reference of RFC 3986 that names a path and nothing else.
    private mutating func uri(_ uri: String, _ id: String) {
      check(!uri.isEmpty && !uri.hasPrefix("//"), "\(id) uri \(uri)")
      let allowed = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/%".utf8)
      let bytes = Array(uri.utf8)
      check(bytes.allSatisfy { allowed.contains($0) }, "\(id) uri \(uri)")
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
        let digits = bytes[(index + 1)...].prefix(2)
        let isHex = digits.count == 2 && digits.allSatisfy { Character(.init($0)).isHexDigit }
        check(isHex, "\(id) uri \(uri)")
      }
    }
  }
}
