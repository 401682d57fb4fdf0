internal import Findings

/// Weak values with names of their own, in any system.
extension WorkflowCheck.OfValue {
  /// Sources: docs.github.com, "Enabling debug logging"; docs.gitlab.com, "Debug logging";
  /// learn.microsoft.com, "Review logs"; developer.hashicorp.com, "Debugging Terraform".
  static let debugSwitch = Self(
    ruleID: "workflow-debug-switch",
    names: [
      "CI_DEBUG_TRACE", "CI_DEBUG_SERVICES", "ACTIONS_STEP_DEBUG", "ACTIONS_RUNNER_DEBUG",
      "system.debug", "System.Debug", "TF_LOG",
    ]
  ) { value in
    var isOn: Bool { ["true", "1", "yes", "on"].contains(text(value).lowercased()) }
    switch value.name {
    case "CI_DEBUG_TRACE" where isOn:
      return "CI_DEBUG_TRACE prints all variables of every job, masked or not"
    case "CI_DEBUG_SERVICES" where isOn:
      return "CI_DEBUG_SERVICES prints what services log, with their variables"
    case "ACTIONS_STEP_DEBUG" where isOn, "ACTIONS_RUNNER_DEBUG" where isOn:
      return "\(value.name) prints inputs and expressions of each step"
    case "system.debug" where isOn, "System.Debug" where isOn:
      return "system.debug prints all variables and inputs of each task"
    case "TF_LOG" where ["trace", "debug"].contains(text(value).lowercased()):
      return "TF_LOG prints requests to providers with their credentials"
    default: return nil
    }
  }

  /// Source: cloud.google.com/secret-manager, "Rotation": a number never moves to the next value.
  static let pinnedVersion = Self(ruleID: "workflow-pinned-secret-version", names: []) { value in
    guard value.value.starts(with: "projects/".utf8) else { return nil }
    let parts = text(value).split(separator: "/")
    guard parts.count >= 6, parts[0] == "projects", parts[2] == "secrets", parts[4] == "versions",
      Int(parts[5]) != nil
    else { return nil }
    return "version \(parts[5]) of the secret \(parts[3]) is named, so a rotated value is not taken"
  }

  /// Source: kubernetes.io/docs, "Managing Service Accounts".
  static let legacyServiceAccountToken = Self(
    ruleID: "kubernetes-legacy-service-account-token", names: ["type"]
  ) { value in
    guard text(value) == "kubernetes.io/service-account-token" else {
      return nil
    }
    return "the token of this Secret has no expiry"
  }

  private static func text(_ value: Assignment) -> String {
    String(decoding: value.value.prefix(512), as: UTF8.self)
  }
}
