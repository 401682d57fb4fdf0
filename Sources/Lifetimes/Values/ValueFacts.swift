public import Findings

/// What values tell about themselves beside their expiry: whose they are.
public enum ValueFacts {
  /// The facts of a value, recognised by its own form; none for values that tell nothing. Never
  /// anything that helps to use the value.
  public static func of(_ secret: Secret) -> [Evidence.Fact] {
    secret.reveal { bytes in
      guard bytes.count <= ExpiryReader.maximumLength else { return [] }
      var facts = AWSKeyID.facts(of: bytes)
      facts += GitLabRouting.facts(of: bytes)
      facts += SlackTeam.facts(of: bytes)
      facts += GitHubApp.facts(of: bytes)
      facts += JSONToken.facts(of: bytes)
      facts += NamedParts.facts(of: bytes)
      return facts
    }
  }
}
