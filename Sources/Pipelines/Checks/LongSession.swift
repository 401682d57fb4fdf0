internal import Findings

/// Sessions that live longer than the hour that a job needs.
///
/// Sources: the READMEs of aws-actions/configure-aws-credentials (one hour, at most twelve),
/// google-github-actions/auth (3600s) and actions/create-github-app-token (skip-token-revoke).
extension WorkflowCheck.OfStep {
  static let longSession = Self(ruleID: "workflow-long-session") { step, _ in
    func sighting(_ field: Field, _ words: String) -> WorkflowCheck.Sighting {
      .init(field.range, "the step \(words)")
    }
    switch step.action {
    case .awsCredentials:
      guard let field = step.input("role-duration-seconds"), let seconds = Int(field.text),
        seconds > 3_600
      else { return [] }
      return [sighting(field, "asks for a session of \(seconds) seconds; the default is 3600")]
    case .googleAuth:
      guard let field = step.input("access_token_lifetime"),
        let seconds = Int(field.text.prefix { $0.isNumber }), seconds > 3_600
      else { return [] }
      return [sighting(field, "asks for a token of \(seconds) seconds; the default is 3600")]
    case .appToken, .otherAppToken:
      guard let field = step.input("skip-token-revoke"), field.text == "true" else { return [] }
      return [sighting(field, "leaves its token alive for an hour behind the job")]
    default:
      return []
    }
  }
}

extension WorkflowCheck.OfScript {
  /// Sources: kubernetes.io/docs, "kubectl create token"; docs.aws.amazon.com, "AssumeRole"
  /// (one hour unless asked for more); developer.hashicorp.com, "vault token create".
  static let longSessionCommand = Self(
    ruleID: "workflow-long-session", need: .words(["token", " sts "])
  ) { script in
    guard script.language != .python else { return [] }
    return script.commands.compactMap { command in
      let words = script.words(command)
      guard words.count > 3, let option = lifetime(words.prefix(3)),
        let value = words.value(of: option), let seconds = TimeLength.seconds(value),
        seconds > (words[0] == "kubectl" ? 86_400 : 3_600)
      else { return nil }
      return .init(
        script.range(of: command.range),
        "\(script.place) asks for a token of \(value) (\(words.prefix(3).joined(separator: " ")))")
    }
  }

  /// The option of a command that says how long its token lives.
  private static func lifetime(_ command: ArraySlice<String>) -> String? {
    switch Array(command) {
    case ["kubectl", "create", "token"]: "--duration"
    case ["aws", "sts", "assume-role"], ["aws", "sts", "get-session-token"],
      ["aws", "sts", "assume-role-with-web-identity"]:
      "--duration-seconds"
    case ["vault", "token", "create"]: "-ttl"
    case ["gcloud", "auth", "print-access-token"]: "--lifetime"
    default: nil
    }
  }
}

extension WorkflowCheck.OfValue {
  /// Sources: kubernetes.io/docs, "ServiceAccount token volume projection" (one hour by default);
  /// docs.aws.amazon.com, "AWS::IAM::Role".
  static let longLivedToken = Self(
    ruleID: "workflow-long-session", names: ["expirationSeconds", "MaxSessionDuration"]
  ) { value in
    guard let seconds = Int(String(decoding: value.value.prefix(16), as: UTF8.self))
    else { return nil }
    if value.name == "MaxSessionDuration" { return RoleSessions.reason(seconds) }
    return seconds > 86_400
      ? "the token lives \(seconds / 86_400) days; the default is one hour" : nil
  }
}

extension WorkflowCheck.OfValue {
  /// Source: docs.gitlab.com, "CI/CD job token", "timeout": job token and id tokens live as long as the
  /// job may run.
  static let longJob = Self(
    ruleID: "workflow-long-session", names: ["timeout"], dialect: "GitLab CI"
  ) { value in
    let text = String(decoding: value.value.prefix(64), as: UTF8.self)
    // `3h 30m`, `3 hours 30 minutes`, `2 days`: a number and the first letter of its unit.
    var short = ""
    for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let number = part.prefix { $0.isNumber }
      short += number
      if let unit = part.dropFirst(number.count).first { short.append(unit) }
    }
    guard let seconds = TimeLength.seconds(short), seconds > 43_200 else { return nil }
    return
      "the job may run \(TimeLength.words(seconds)), and its job token and id tokens live as long"
  }
}

extension [String] {
  /// The word behind an option, or behind its `=`.
  func value(of option: String) -> String? {
    for (index, word) in enumerated() {
      if word == option, index + 1 < count { return self[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}
