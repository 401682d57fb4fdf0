import Rules
import Testing

@testable import Detection

/// Lines as jobs print them.
@Suite struct BuildLogTests {
  static let password = Fixture.random(16, of: "abcdefghijkmnpqrstuvwxyzABCDEFGHJK0123456789!#%+")

  @Test(arguments: [
    "DB_PASSWORD=«%»", "+ mysql -h db -u root --password=«%» -e \"select 1\"",
    "  \"password\": \"«%»\",", "DATABASE_URL=postgres://ci:«%»@db.internal:5432/app",
    "API_SECRET_KEY=«H»", "AWS_SECRET_ACCESS_KEY=«H»", "aws_secret_access_key = «H»",
    "  DB_PASSWORD: «%»", "+ export DB_PASSWORD=«%»", "//registry.example.com/:_authToken=«H»",
    "+ curl --header \"PRIVATE-TOKEN: «H»\" https://gitlab.example.com/api/v4/projects",
    "Authorization: Bearer «H»", "VAULT_TOKEN=«H»", "docker run -e API_KEY=«H» app",
    "##[command]deploy --token «H»", "java -Ddb.password=«%» -jar app.jar",
  ])
  func leaksAreFound(line: String) {
    let text = line.replacing("%", with: Self.password).replacing("H", with: Fixture.hex(40))
    let marked = MarkedText(
      text.contains("eader") ? line.replacing("«H»", with: "«\(Fixture.hex(40))»") : text)
    let detected = Fixture.detect(marked.bytes, path: "build.log", isLog: true)
    #expect(detected.confirmed.map(\.range) == marked.ranges, "\(line)")
  }

  @Test(arguments: [
    "npm http fetch GET 200 https://registry.npmjs.org/react 120ms (cache hit)",
    "[INFO] Downloading from central: https://repo.maven.apache.org/maven2/org/auth/auth-1.2.jar",
    "   Compiling auth-key v1.2.3", "#12 sha256:HHHH 1.20MB / 20.00MB 1.2s",
    "tests/auth/test_token.py::TestToken::test_token_auth PASSED  [ 12%]",
    "Downloading x-1.0-py3-none-any.whl (12 kB) --hash=sha256:HHHH", "commit HHHH HEAD is now at",
    "Integrity: \"sha512-HHHH\"",
    "{\"level\":\"info\",\"msg\":\"auth token\",\"trace_id\":\"HHHH\"}",
    "Cache restored from key: Linux-node-HHHH", "Failed password for root from 10.0.0.1 port 22",
    "  token: ***", "##[group]Run actions/cache@v4\n  key: Linux-npm-HHHH",
    "gpg: key HHHH: public key",
    "Step 3/40 : COPY --from=build /src/auth/key /app/key", "No access token found, using default",
    "   at auth.key (/home/runner/node_modules/token/lib/key.js:12:3)", "Password: ",
    "WARN password: expired at 10:20", "ssh-rsa AAAAB3NzaC1yc2E key comment",
    "SHA256 key fingerprint is SHA256:HHHH", "Using token from environment", "max_tokens: 4096",
    "The secret is missing: secret name my-app-secret-v1", "--password string   the password",
    "Uploading artifact key-auth.zip: 12 MB, id 12345678, digest sha256:HHHH",
    "key.c:12:3: warning: unused variable 'auth_token' [-Wunused-variable]",
  ])
  func noiseIsSilent(line: String) {
    let text = line.replacing("HHHH", with: Fixture.hex(40, seed: 9))
    for isLog in [true, false] {
      let detected = Fixture.detect(Array(text.utf8), path: "build.log", isLog: isLog)
      #expect(detected.confirmed.isEmpty, "\(line): \(detected.confirmed.map(\.rule.id))")
    }
  }
}
