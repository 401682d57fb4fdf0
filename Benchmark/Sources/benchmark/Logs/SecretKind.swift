import Foundation

/// A kind of secret that jobs print: how an invented one is made, and the lines that print it.
struct SecretKind {
  var name: String
  var make: @Sendable (inout SeededGenerator) -> String
  /// `%` stands for the secret.
  var lines: [String]
}

extension SecretKind {
  /// Prefixes stand apart from what follows, so that no file holds a token.
  static let all: [SecretKind] = [
    SecretKind(
      name: "AWS access key id", make: { "AKIA" + $0.text(16, of: .base32) },
      lines: ["AWS_ACCESS_KEY_ID=%", "+ export AWS_ACCESS_KEY_ID=%", "  aws-access-key-id: %"]),
    SecretKind(
      name: "AWS secret access key", make: { $0.text(40, of: .base64) },
      lines: ["AWS_SECRET_ACCESS_KEY=%", "aws_secret_access_key = %"]),
    SecretKind(
      name: "GitHub token", make: { "ghp_" + checked(30, &$0) },
      lines: [
        "GH_TOKEN=%", "+ git clone https://x-access-token:%@github.com/acme/shop.git",
        "remote: using %",
      ]),
    SecretKind(
      name: "GitLab token", make: { "glpat-" + $0.text(20, of: .base62) },
      lines: ["+ curl --header 'PRIVATE-TOKEN: %' https://gitlab.example.com/api/v4/projects"]),
    SecretKind(
      name: "npm token", make: { "npm_" + checked(30, &$0) },
      lines: ["//registry.npmjs.org/:_authToken=%", "NODE_AUTH_TOKEN=%"]),
    SecretKind(
      name: "PyPI token", make: { "pypi-" + "AgEIcHlwaS5vcmc" + $0.text(120, of: .base64url) },
      lines: ["+ twine upload -u __token__ -p % dist/*", "TWINE_PASSWORD=%"]),
    SecretKind(
      name: "Slack bot token",
      make: {
        "xoxb-" + $0.text(12, of: .digits) + "-" + $0.text(13, of: .digits) + "-"
          + $0.text(24, of: .base62)
      },
      lines: ["SLACK_BOT_TOKEN=%", "Posting to chat with %"]),
    SecretKind(
      name: "Stripe key", make: { "sk_" + "live_" + $0.text(24, of: .base62) },
      lines: ["STRIPE_KEY=%", "{\"level\":\"debug\",\"stripe\":\"%\"}"]),
    SecretKind(
      name: "SendGrid key",
      make: { "SG." + $0.text(22, of: .base62) + "." + $0.text(43, of: .base62) },
      lines: ["SENDGRID_API_KEY=%", "> Authorization: Bearer %"]),
    SecretKind(
      name: "Vault token", make: { "hvs." + $0.text(92, of: .base62) },
      lines: ["VAULT_TOKEN=%", "> X-Vault-Token: %"]),
    SecretKind(
      name: "JSON Web Token", make: webToken,
      lines: ["> Authorization: Bearer %", "ID_TOKEN=%"]),
    SecretKind(
      name: "Password in a URL", make: { $0.text(18, of: .base62) },
      lines: [
        "DATABASE_URL=postgres://app:%@db.example.com:5432/shop",
        "fatal: unable to access 'https://deploy:%@git.example.com/acme/shop.git/'",
      ]),
    SecretKind(
      name: "Password", make: { $0.text(16, of: .base62) },
      lines: ["DB_PASSWORD=%", "  \"password\": \"%\",", "+ mysql -h db -u root --password=%"]),
    SecretKind(
      name: "API key", make: { $0.text(40, of: .hex) },
      lines: ["PAYMENT_API_KEY=%", "  api_key: \"%\""]),
  ]

  private static func checked(_ count: Int, _ generator: inout SeededGenerator) -> String {
    let body = generator.text(count, of: .base62)
    return body + Checksum.numerals(of: body)
  }

  @Sendable private static func webToken(_ generator: inout SeededGenerator) -> String {
    let header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"
    let subject = generator.text(12, of: .hex)
    let payload = "{\"iss\":\"ci.example.com\",\"sub\":\"\(subject)\",\"exp\":1900000000}"
    return [header, payload].map { base64url($0) + "." }.joined()
      + generator.text(43, of: .base64url)
  }

  private static func base64url(_ text: String) -> String {
    Data(text.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
