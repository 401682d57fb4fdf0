/// The generators that templates know.
enum Generators {
  /// All of them. A new one is one more line here.
  static let all: [Generator] =
    Generator.alphabets + [
      .uuid, .password, .repetition,
      .checksummed("github", .github, coveredPrefix: ""),
      .checksummed("confluent", .confluent, coveredPrefix: ""),
      .checksummed("zuplo", .zuplo, coveredPrefix: ""),
      .checksummed("cloudflare", .cloudflare, coveredPrefix: ""),
      .checksummed("grafana", .grafana, coveredPrefix: "glsa_"),
      .checksummed("atlassian", .atlassian, coveredPrefix: "ATATT3"),
      .checksummed("bitbucket-app", .atlassian, coveredPrefix: "ATBB"),
      .checksummed("bitbucket-access", .atlassian, coveredPrefix: "ATCTT3"),
      .ageIdentity, .jfrogKey, .jsonBase64, .dataCenter, .discord,
      .gitlabRoutable, .jwt, .pypiMacaroon, .jfrogReference, .pem, .basic, .crypt,
    ]
}
