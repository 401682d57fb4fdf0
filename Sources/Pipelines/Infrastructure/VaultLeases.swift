/// How long the tokens and leases live that Vault gives.
///
/// Source: developer.hashicorp.com/vault, "Tune the lease TTL": what is not set lives 768 hours (32
/// days); "AppRole auth method": a `secret_id_ttl` of 0 never ends.
enum VaultLeases {
  private static let rule = "infrastructure-long-lease"
  /// A day: a build needs minutes.
  private static let longest = 86_400
  /// 768 hours, Vault's own bound.
  private static let bound = 2_764_800

  static func sightings(_ block: HCLBlock) -> [InfrastructureChecks.Sighting] {
    let isResource = block.type == "resource" && block.resource?.hasPrefix("vault_") == true
    let isServer = block.type.isEmpty || block.type == "tune"
    guard isResource || isServer else { return [] }
    var found: [InfrastructureChecks.Sighting] = []
    for attribute in block.attributes {
      guard let limit = limit(attribute.name, isServer: isServer),
        let seconds = attribute.plain.flatMap({ TimeLength.seconds($0) })
      else { continue }
      let owner = isServer ? "the server" : block.words
      if attribute.name == "secret_id_ttl", seconds == 0 {
        found.append(sighting(attribute, "\(owner) gives secret ids that never end"))
      } else if seconds > limit {
        found.append(
          sighting(
            attribute,
            "\(owner) gives credentials of \(TimeLength.words(seconds)) (\(attribute.name))"))
      }
    }
    if isResource, let unset = unset(block) {
      found.append(
        .init(ruleID: rule, range: block.range, reason: "\(block.words) \(unset)"))
    }
    return found
  }

  /// Words of a command line: `vault write auth/approle/role/ci token_ttl=8760h`.
  static func reason(_ words: [String]) -> String? {
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let limit = limit(String(parts[0]), isServer: false),
        let seconds = TimeLength.seconds(parts[1])
      else { continue }
      if parts[0] == "secret_id_ttl", seconds == 0 { return "secret ids that never end" }
      if seconds > limit { return "credentials of \(TimeLength.words(seconds)) (\(parts[0]))" }
    }
    return nil
  }

  /// The longest that an attribute may be; `nil` for what is no length of a lease.
  static func limit(_ name: String, isServer: Bool) -> Int? {
    switch name {
    case "token_ttl", "ttl", "token_period", "default_ttl", "secret_id_ttl":
      isServer ? nil : longest
    case "token_max_ttl", "max_ttl", "token_explicit_max_ttl", "max_lease_ttl_seconds",
      "default_lease_ttl_seconds", "default_lease_ttl", "max_lease_ttl":
      bound
    default: nil
    }
  }

  /// What a role does not set and should.
  private static func unset(_ block: HCLBlock) -> String? {
    guard let resource = block.resource, resource.hasSuffix("_auth_backend_role") else {
      return nil
    }
    let bounds = ["token_ttl", "token_max_ttl", "token_explicit_max_ttl", "token_period"]
    return bounds.allSatisfy { block[$0] == nil }
      ? "sets no token_ttl, so that its tokens live 768 hours unless the mount says less" : nil
  }

  private static func sighting(
    _ attribute: HCLAttribute, _ reason: String
  ) -> InfrastructureChecks.Sighting {
    .init(ruleID: rule, range: attribute.range, reason: reason)
  }
}
