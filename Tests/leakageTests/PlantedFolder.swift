import Testing

/// Values of all kinds, at all places where an input may hold one: `r` is a repository, `logs` holds
/// logs, `bad` what cannot be read in full, `broken` what users would name by mistake.
enum PlantedFolder {
  private struct File {
    let name: String
    let planted: Planted
  }

  /// The kinds of values.
  private static let workflow = """
    name: deploy
    on: push
    env:
      DB_PASSWORD: «{password:18}»
      QUOTED_PASSWORD: "«{password:18}\\"q»"
      STRIPE_API_KEY: "«sk_live_{base62:24}»"
      «ghp_{github:36}»: as a key
    jobs:
      deploy:
        runs-on: ubuntu-latest
        steps:
          - name: deploy with «glpat-{base62:20}»
            run: |
              curl -H "Authorization: Bearer «{base62:40}»" https://api.example.com/v1
              curl -H 'X-Vault-Token: «hvs.{base62:90}»' https://vault.example.com
              psql "postgres://app:«{password:20}»@db.example.com/app"
              docker login -u ci -p «{password:16}» registry.example.com
              echo «ghp_{github:36}» «ghp_{github:36}»
              echo "«glpat-{base62:20}»" # leakage:allow reason="made up"

    """

  private static let log = """
    2024-05-01T10:02:00.0000000Z ##[group]Run curl -u ci:«{password:16}» https://example.com
    2024-05-01T10:02:00.0000000Z env:
    2024-05-01T10:02:00.0000000Z   API_PASSWORD: «{password:18}»
    2024-05-01T10:02:00.0000000Z   NPM_TOKEN: ***
    2024-05-01T10:02:00.0000000Z ##[endgroup]
    2024-05-01T10:02:01.0000000Z fatal: https://x:«{base62:30}»@git.example.com/a.git
    2024-05-01T10:02:02.0000000Z ##[group]Run printenv
    2024-05-01T10:02:02.0000000Z ##[endgroup]
    2024-05-01T10:02:02.0000000Z CI=true
    2024-05-01T10:02:02.0000000Z GITHUB_ACTIONS=true
    2024-05-01T10:02:02.0000000Z HOME=/home/runner
    2024-05-01T10:02:02.0000000Z PATH=/usr/bin:/bin
    2024-05-01T10:02:02.0000000Z SHLVL=1
    2024-05-01T10:02:02.0000000Z GH_TOKEN=«ghp_{github:36}»
    2024-05-01T10:02:02.0000000Z AWS_ACCESS_KEY_ID=«AKIA{base32:16}»
    2024-05-01T10:02:02.0000000Z AWS_SECRET_ACCESS_KEY=«{base64:40}»

    """

  private static let rules = """
    provider: Acme
    rules:
      - id: acme-token
        name: Acme token
        summary: A token of Acme.
        severity: error
        confidence: high
        keywords: [acme_]
        pattern: '(?<secret>acme_[a-z0-9]+)'
        lifetime:
          kind: static
        revoke: Ask Acme.
        replace: Use OIDC.
        examples: ['acme']
        counterexamples: ['acme']

    """

  private static func files() throws -> [File] {
    var seed: UInt64 = 100
    func file(_ name: String, _ template: String) throws -> File {
      seed += 1
      return File(name: name, planted: try Planted(template, seed: seed))
    }
    return [
      try file("r/.github/workflows/ci.yml", workflow),
      try file("r/key.pem", "«{pem:RSA PRIVATE KEY}»\n"),
      try file(
        "r/app.json", #"{"key": "«{pem:PRIVATE KEY:escaped}»", "token": "«glpat-{base62:20}»"}"#),
      try file("r/k8s.yaml", "kind: Secret\ndata:\n  password: «{password:24}»\n"),
      try file("old/gone.env", "SLACK_TOKEN=xoxb-{digits:12}-{digits:13}-«{base62:24}»\n"),
      try file("new/staged.env", "SENDGRID_API_KEY=«SG.{base64url:22}.{base64url:43}»\n"),
      try file("logs/plain.log", log),
      try file(
        "bad/.github/workflows/broken.yml",
        "jobs:\n  a: *«ghp_{github:36}»\n  b: [«glpat-{base62:20}»\n"),
      try file(
        "bad/.github/workflows/tag.yml",
        "jobs: !«ghp_{github:36}» [a: 1\nenv:\n\tB_PASSWORD: «{password:18}»\n"),
    ]
  }

  /// Files that are packed, and how.
  private static func packed() throws -> [(name: String, bytes: [UInt8], values: [[UInt8]])] {
    let one = try Planted(log, seed: 200)
    let two = try Planted(log, seed: 201)
    let cut = try Planted(log + log, seed: 202)
    let zip = Packing.zip([
      ("0_deploy.txt", one.bytes), ("deploy/1_Run.txt", one.bytes),
      ("in.zip", Packing.zip([("a.log", two.bytes)])),
    ])
    return [
      ("logs/run.zip", zip, one.values + two.values),
      ("logs/two.log.gz", Packing.gzip(two.bytes), []),
      ("bad/cut.gz", Array(Packing.gzip(cut.bytes).dropLast(20)), cut.values),
      ("bad/cut.zip", Array(Packing.zip([("m.log", cut.bytes)]).dropLast(30)), []),
    ]
  }

  /// Configurations and rules with a secret in the wrong place; each is a mistake.
  private static func broken() throws -> [File] {
    let token = "«glpat-{base62:20}»"
    let texts = [
      "config-1.yml": "\(token): 1\n", "config-2.yml": "allow:\n  - rule: [\(token)]\n",
      "config-3.yml": "allow: *\(token)\n",
      "rules-1.yml": rules.replacing("id: acme-token", with: "id: \(token)_"),
      "rules-2.yml": rules.replacing("severity: error", with: "severity: \(token)"),
      "rules-3.yml": rules.replacing("    revoke", with: "    \(token): x\n    revoke"),
      "rules-4.yml": rules.replacing("(?<secret>", with: "(?<secret>(\(token)"),
      "short-key": "«{base62:15}»",
    ]
    return try texts.sorted { $0.key < $1.key }.enumerated().map { index, text in
      return File(
        name: "broken/\(text.key)", planted: try Planted(text.value, seed: 300 + UInt64(index)))
    }
  }

  /// All values that are planted.
  static func values() throws -> [[UInt8]] {
    let files = try (files() + broken()).flatMap(\.planted.values)
    return files + (try packed()).flatMap(\.values)
  }

  /// Writes everything; all values.
  static func plant(in box: Sandbox) throws -> [[UInt8]] {
    for file in try files() + broken() { try box.write(file.name, file.planted.bytes) }
    for file in try packed() { try box.write(file.name, file.bytes) }
    try box.make(
      """
      key=$(grep -o 'DB_PASSWORD: .*' r/.github/workflows/ci.yml | cut -d' ' -f2)
      export GIT_AUTHOR_NAME="$key"
      mkdir ../out; cd r; git init -q -b main; mv ../old/gone.env .; commit 2021-01-01 one
      git rm -q gone.env; cp ../r/app.json copy.json; commit 2022-01-01 two
      cd ..; token=$(grep -o 'GH_TOKEN=.*' logs/plain.log | cut -d= -f2); cp logs/plain.log named.log
      printf '2024-05-01T10:02:00.0000000Z ##[group]Run login %s\n' $token >> named.log
      printf '2024-05-01T10:02:00.0000000Z env:\n' >> named.log
      printf '2024-05-01T10:02:00.0000000Z   OTHER_TOKEN: ***\n' >> named.log
      printf '2024-05-01T10:02:00.0000000Z ##[endgroup]\n' >> named.log
      mv named.log logs/$token.log
      cd r; mv ../new/staged.env .; git add staged.env
      """)
    return try values()
  }
}
