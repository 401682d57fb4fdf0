/// Recognises tokens of single requests by their names.
enum RequestToken {
  /// Whether a value is one: a UUID of the caller that keeps a request from being done twice
  /// (`ClientToken`, `client_request_token`), or what keeps a form from being sent by another page
  /// (`__RequestVerificationToken`).
  static func isOne(_ trial: Trial) -> Bool {
    guard let name = trial.name else { return false }
    let bytes = Array(name.utf8)
    if bytes.contains(ignoringCase: "requestverification") { return true }
    guard TokenShape.isUUID(trial.value) else { return false }
    return bytes.contains(ignoringCase: "client") && !bytes.contains(ignoringCase: "key")
  }
}
