/// Whom an AWS role trusts by OIDC.
///
/// Source: docs.github.com, "Configuring OpenID Connect in Amazon Web Services": without a condition on
/// `sub` any repository of anybody may take the role; docs.gitlab.com says the same of GitLab. The
/// claim `aud` is no such condition: the provider in AWS has a list of its own for it.
struct RoleTrust {
  private var statements: [TrustStatement] = []
  /// The last key of each depth.
  private var keys: [Int: String] = [:]
  private var depth = 0
  /// The depth of the statement that is read.
  private var start: Int?
  private let text: [UInt8]

  /// What is wrong with a trust policy, JSON or an expression of HCL that makes it, or with one of its
  /// statements; `nil` for nothing. O(length).
  static func reason(_ policy: [UInt8]) -> String? {
    guard policy.firstOffset(of: "AssumeRoleWithWebIdentity", from: 0) != nil else { return nil }
    // JSON within a string.
    let isQuoted = policy.firstOffset(of: "\\\"", from: 0) != nil
    let core =
      isQuoted && policy.first == .doubleQuote ? policy.dropFirst().dropLast() : policy[...]
    var reader = RoleTrust(text: isQuoted ? core.filter { $0 != .backslash } : Array(core))
    if policy.firstOffset(of: "Statement", from: 0) == nil {
      reader.statements.append(TrustStatement())
      reader.start = -1
    }
    reader.read()
    return reader.statements.lazy.compactMap(\.reason).first
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func read() {
    var at = 0
    while at < text.count {
      switch text[at] {
      case .openBrace:
        if start == nil, keys[depth] == "Statement" {
          statements.append(TrustStatement())
          start = depth
        }
        depth += 1
        keys[depth] = nil
        at += 1
      case .closeBrace:
        depth -= 1
        if depth == start { start = nil }
        at += 1
      case .doubleQuote:
        let end = HCLStrings.end(in: text, at: at) ?? at + 1
        take(at + 1..<max(at + 1, end - 1), isKey: isKey(before: end), isString: true)
        at = end
      case let byte where byte.isNameStart:
        let end = text[at...].firstIndex { !$0.isWord } ?? text.count
        take(at..<end, isKey: isKey(before: end), isString: false)
        at = end
      case UInt8(ascii: "#"):
        at = text[at...].firstIndex(of: .newline) ?? text.count
      default:
        at += 1
      }
    }
  }

  private func isKey(before end: Int) -> Bool {
    var at = end
    while at < text.count, text[at].isWhite { at += 1 }
    guard at < text.count else { return false }
    return text[at] == UInt8(ascii: ":") || text[at] == .equals && !text.has("==", at: at)
  }

  private mutating func take(_ range: Range<Int>, isKey: Bool, isString: Bool) {
    let word = ShownText.bounded(text[range])
    if isKey { keys[depth] = word }
    guard start != nil, isKey || isString else { return }
    let last = statements.count - 1
    statements[last].take(word)
    let key = keys[depth] ?? ""
    if isKey {
      guard key.holds(":") else { return }
      statements[last].conditions.append(.init(test: keys[depth - 1] ?? "", variable: key))
    } else if key == "Effect" {
      statements[last].denies = word == "Deny"
    } else if key.holds(":"), let condition = statements[last].conditions.indices.last {
      statements[last].conditions[condition].values.append(word)
    }
  }
}

extension RoleTrust {
  /// What is wrong with a statement of `aws_iam_policy_document`; `nil` for nothing.
  static func reason(_ block: HCLBlock, in file: [UInt8]) -> String? {
    var statement = TrustStatement()
    statement.denies = block["effect"]?.plain == "Deny"
    for inner in block.all {
      for attribute in inner.attributes {
        for word in words(of: attribute, in: file) { statement.take(word) }
      }
      if inner.type == "condition" {
        guard let variable = inner["variable"] else { continue }
        statement.conditions.append(
          .init(
            test: inner["test"]?.plain ?? "",
            variable: words(of: variable, in: file).first ?? ":sub",
            values: inner["values"].map { words(of: $0, in: file) } ?? []))
      } else if inner.type == "dynamic" {
        statement.hasMore = true
      }
    }
    return statement.reason
  }

  /// The strings of an expression.
  private static func words(of attribute: HCLAttribute, in file: [UInt8]) -> [String] {
    var found: [String] = []
    var at = attribute.range.lowerBound
    while at < attribute.range.upperBound {
      guard file[at] == .doubleQuote, let end = HCLStrings.end(in: file, at: at),
        end <= attribute.range.upperBound
      else {
        at += 1
        continue
      }
      found.append(ShownText.bounded(file[at + 1..<end - 1]))
      at = end
    }
    return found
  }
}
