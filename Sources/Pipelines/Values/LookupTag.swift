/// YAML tags that make a value a lookup.
enum LookupTag {
  /// GitLab, CloudFormation, ESPHome and Home Assistant, and the usual names for variables of the
  /// environment. Ansible's `!vault` is none: what it marks is ciphertext, or a mistake.
  private static let tags: Set = [
    "!reference", "!Ref", "!GetAtt", "!ImportValue", "!secret", "!env", "!env_var", "!ENV",
  ]

  static func isLookup(_ tag: String) -> Bool { tags.contains(tag) }
}
