internal import Findings

/// How long the credentials live that infrastructure code makes.
enum InfrastructureChecks {
  static let ruleIDs = [
    "infrastructure-long-session", "infrastructure-long-lease", "infrastructure-static-credential",
    "infrastructure-long-certificate", "infrastructure-unrotated-secret",
    "infrastructure-open-trust",
  ]

  /// What is seen in a block, or in one of its attributes.
  struct Sighting {
    let ruleID: String
    let range: Range<Int>
    let reason: String
  }

  /// The weaknesses of a file, in its order.
  static func weaknesses(of root: HCLBlock, in file: [UInt8]) -> [Weakness] {
    let blocks = root.all
    let rotates = blocks.contains { $0.resource == "aws_secretsmanager_secret_rotation" }
    let found = blocks.flatMap { block in
      sessions(block) + VaultLeases.sightings(block) + credentials(block)
        + secrets(block, rotates: rotates) + trust(block, file)
    }
    return found.map { Weakness(ruleID: $0.ruleID, range: $0.range, reasons: [$0.reason]) }
      .sorted { ($0.range.lowerBound, $0.ruleID) < ($1.range.lowerBound, $1.ruleID) }
  }

  /// Sources: docs.aws.amazon.com, "Modify the maximum session duration for a role" (one hour by
  /// default, at most twelve), "Set session duration" of IAM Identity Center.
  private static func sessions(_ block: HCLBlock) -> [Sighting] {
    func sighting(_ attribute: HCLAttribute?, _ seconds: Int?) -> [Sighting] {
      guard let attribute, let seconds, seconds > 3_600 else { return [] }
      return [
        Sighting(
          ruleID: "infrastructure-long-session", range: attribute.range,
          reason:
            "\(block.words) gives sessions of \(TimeLength.words(seconds)); one hour is the default"
        )
      ]
    }
    switch block.resource ?? block.type {
    case "aws_iam_role":
      let limit = block["max_session_duration"]
      return sighting(limit, limit?.plain.flatMap { Int($0) })
    case "aws_ssoadmin_permission_set":
      let length = block["session_duration"]
      let text = length?.plain.flatMap { $0.hasPrefix("PT") ? $0.dropFirst(2).lowercased() : nil }
      return sighting(length, text.flatMap { TimeLength.seconds($0) })
    case "assume_role", "assume_role_with_web_identity":
      let length = block["duration"] ?? block["duration_seconds"]
      return sighting(length, length?.plain.flatMap { TimeLength.seconds($0) })
    case "google_service_account_access_token":
      let length = block["lifetime"]
      return sighting(length, length?.plain.flatMap { TimeLength.seconds($0) })
    default: return []
    }
  }

  /// Sources: docs.aws.amazon.com, "Managing access keys"; cloud.google.com/iam, "Service account
  /// keys"; registry.terraform.io, azuread_application_password; cabforum.org (398 days).
  private static func credentials(_ block: HCLBlock) -> [Sighting] {
    guard block.type == "resource", let resource = block.resource else { return [] }
    func sighting(_ ruleID: String, _ range: Range<Int>, _ reason: String) -> [Sighting] {
      [Sighting(ruleID: ruleID, range: range, reason: reason)]
    }
    switch resource {
    case "aws_iam_access_key":
      return sighting(
        "infrastructure-static-credential", block.range,
        "\(block.words) makes a key that lives until someone deletes it, and keeps it in the state")
    case "google_service_account_key":
      return sighting(
        "infrastructure-static-credential", block.range,
        "\(block.words) makes a key of a service account, and keeps it in the state")
    case "azuread_application_password", "azuread_service_principal_password":
      if let relative = block["end_date_relative"] {
        guard let seconds = relative.plain.flatMap({ TimeLength.seconds($0) }), seconds > 15_552_000
        else { return [] }
        return sighting(
          "infrastructure-static-credential", relative.range,
          "\(block.words) makes a client secret that lives \(TimeLength.words(seconds))")
      }
      guard block["end_date"] == nil, block["rotate_when_changed"] == nil else { return [] }
      return sighting(
        "infrastructure-static-credential", block.range,
        "\(block.words) makes a client secret without an end date, which lives two years")
    case "tls_self_signed_cert", "tls_locally_signed_cert":
      guard let hours = block["validity_period_hours"],
        let count = hours.plain.flatMap({ Int($0) }),
        count > 9_552, count < 1 << 40
      else { return [] }
      return sighting(
        "infrastructure-long-certificate", hours.range,
        "\(block.words) makes a certificate that lives \(TimeLength.words(count * 3_600))")
    default: return []
    }
  }

  /// Sources: docs.aws.amazon.com, "Rotate AWS Secrets Manager secrets", "Password management with
  /// Amazon RDS and AWS Secrets Manager".
  private static func secrets(_ block: HCLBlock, rotates: Bool) -> [Sighting] {
    guard block.type == "resource" else { return [] }
    switch block.resource {
    case "aws_secretsmanager_secret" where !rotates:
      return [
        Sighting(
          ruleID: "infrastructure-unrotated-secret", range: block.range,
          reason: "\(block.words) makes a secret for which this file has no rotation")
      ]
    case "aws_db_instance", "aws_rds_cluster", "aws_redshift_cluster":
      guard let password = block["password"] ?? block["master_password"],
        block["manage_master_user_password"]?.plain != "true",
        block["manage_master_password"]?.plain != "true"
      else { return [] }
      return [
        Sighting(
          ruleID: "infrastructure-unrotated-secret", range: password.range,
          reason:
            "\(block.words) takes a master password that is kept in the state and rotated by hand")
      ]
    default: return []
    }
  }

  /// Who may take a role by the OIDC token of a CI system.
  private static func trust(_ block: HCLBlock, _ file: [UInt8]) -> [Sighting] {
    if block.resource == "aws_iam_policy_document" {
      return block.blocks.compactMap { statement in
        guard statement.type == "statement", let reason = RoleTrust.reason(statement, in: file)
        else { return nil }
        return Sighting(
          ruleID: "infrastructure-open-trust", range: statement.range,
          reason: "a role with \(block.words) \(reason)")
      }
    }
    guard block.resource == "aws_iam_role", let policy = block["assume_role_policy"],
      let reason = RoleTrust.reason(Array(file[policy.range]))
    else { return [] }
    return [
      Sighting(
        ruleID: "infrastructure-open-trust", range: policy.range, reason: "\(block.words) \(reason)"
      )
    ]
  }
}

extension HCLBlock {
  /// `aws_iam_role "ci"`.
  var words: String {
    let names = labels.isEmpty ? [type] : labels
    return names.count > 1 ? "\(names[0]) \"\(names[1])\"" : names[0]
  }
}
