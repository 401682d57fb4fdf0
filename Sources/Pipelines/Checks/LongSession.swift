/// Sessions that live longer than the hour that a job needs.
///
/// Sources: the READMEs of aws-actions/configure-aws-credentials (one hour, at most twelve),
/// google-github-actions/auth (3600s) and actions/create-github-app-token (skip-token-revoke).
extension WorkflowCheck.OfStep {
  static let longSession = Self(ruleID: "workflow-long-session") { step, _ in
    func sighting(_ field: Field, _ words: String) -> WorkflowCheck.Sighting {
      .init(field.source.range, "step \"\(step.name)\" \(words)")
    }
    switch step.action {
    case "aws-actions/configure-aws-credentials":
      guard let field = step.input("role-duration-seconds"), let seconds = Int(field.text),
        seconds > 3_600
      else { return [] }
      return [sighting(field, "asks for a session of \(seconds) seconds; the default is 3600")]
    case "google-github-actions/auth":
      guard let field = step.input("access_token_lifetime"),
        let seconds = Int(field.text.prefix { $0.isNumber }), seconds > 3_600
      else { return [] }
      return [sighting(field, "asks for a token of \(seconds) seconds; the default is 3600")]
    case "actions/create-github-app-token", "tibdex/github-app-token":
      guard let field = step.input("skip-token-revoke"), field.text == "true" else { return [] }
      return [sighting(field, "leaves its token alive for an hour behind the job")]
    default:
      return []
    }
  }
}
