import Testing

@testable import Detection

@Suite struct SecretNameTests {
  @Test(arguments: [
    ("password", NameMeaning.password), ("DB_PASSWORD", .password), ("dbPassword", .password),
    ("mysql-root-passwd", .password), ("PGPASSWORD", .password), ("MYSQL_PWD", .password),
    ("pw", .password), ("DB_PASS", .password), ("pass", .password), ("userpassword", .password),
    ("spring.datasource.password", .password), ("passphrase", .password), ("passcode", .password),
    ("ADMIN_PASSWORD_PROD", .password), ("PASSWORD1", .password), ("Password", .password),
    ("SECRET", .secret), ("client_secret", .secret), ("clientSecret", .secret),
    ("JWT_SECRET", .secret), ("appsecret", .secret),
    ("GH_TOKEN", .token), ("authToken", .token), ("_authToken", .token), ("accesstoken", .token),
    ("GITHUB_PAT", .token), ("id_token", .token),
    ("API_KEY", .apiKey), ("apiKey", .apiKey), ("apikey", .apiKey), ("x-api-key", .apiKey),
    ("APIKey", .apiKey), ("SECRET_KEY", .apiKey), ("private_key", .apiKey),
    ("PRIVATE_KEY_B64", .apiKey), ("aws_secret_access_key", .apiKey), ("API_KEY_12", .apiKey),
    ("STREAK_KEY", .uncertain), ("credentials", .uncertain), ("MAILCHIMP_API", .uncertain),
    ("Authorization", .authorization), ("_auth", .authorization), ("NPM_AUTH", .authorization),
  ])
  func meansASecret(name: String, meaning: NameMeaning) {
    #expect(SecretName.meaning(of: name.utf8) == meaning, "\(name)")
  }

  @Test(arguments: [
    "PASSWORD_MIN_LENGTH", "tokenizer", "KEY_FILE", "secret_name", "secretName", "public_key",
    "keyboard", "author", "primary_key", "cache_key", "cache-key", "max_tokens", "token_url",
    "tokenUrl", "password_field", "SSL_KEY_PATH", "SECRET_FILE", "TOKEN_TTL", "ACCESS_KEY_ID",
    "show_password", "csrf_token", "csrfmiddlewaretoken", "monkey", "compass", "bypass", "keyword",
    "key", "keys", "tokens", "passwords", "foreignKey", "sortKey", "password_hash",
    "passwordPolicy", "next_token", "nextPageToken", "secrets", "authority", "passport",
    "forgotPassword", "tokenid", "existingSecret", "imagePullSecret", "tests_pass", "username",
    "PASSWORD_RESET_URL", "host_key", "encrypted_password", "api", "private", "access",
  ])
  func meansNone(name: String) {
    #expect(SecretName.meaning(of: name.utf8) == nil, "\(name)")
  }

  @Test func namesOfAnyBytesAreRead() {
    var generator = Fixture.Generator(state: 7)
    for _ in 0..<2_000 {
      let name = (0..<generator.next() % 40).map { _ in UInt8.random(in: 0...255, using: &generator)
      }
      let words = NameWords.split(name)
      #expect(words.allSatisfy { !$0.isEmpty })
      #expect(words.count <= 2 * NameWords.limit)
      _ = SecretName.meaning(of: name)
    }
  }

  @Test(arguments: [
    ("DB_PASSWORD", ["db", "password"]), ("dbPassword2", ["db", "password"]),
    ("APIKey", ["api", "key"]), ("myHTTPToken", ["my", "http", "token"]),
    ("authtoken", ["auth", "token"]), ("tokenurl", ["token", "url"]), ("S3_KEY", ["s", "key"]),
    ("weatherSECRET", ["weather", "secret"]), ("-x-api.key-", ["x", "api", "key"]),
  ])
  func splits(name: String, words: [String]) {
    #expect(NameWords.split(name.utf8) == words)
  }
}
