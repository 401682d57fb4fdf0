public import Findings

/// What values tell about themselves beside their expiry: whose they are.
public enum ValueFacts {
  /// The facts of a value, recognised by its own form; none for values that tell nothing. Never
  /// anything that helps to use the value.
  public static func of(_ secret: Secret) -> [Evidence.Fact] {
    secret.reveal { bytes in
      guard bytes.count <= ExpiryReader.maximumLength else { return [] }
      return AWSKeyID.facts(of: bytes[...]) + GitLabRouting.facts(of: bytes)
        + SlackTeam.facts(of: bytes) + GitHubApp.facts(of: bytes)
        + JSONToken.facts(of: bytes) + NamedParts.facts(of: bytes)
    }
  }
}
