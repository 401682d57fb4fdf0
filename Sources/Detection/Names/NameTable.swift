/// The words that decide what a name means, each list with its reason.
enum NameTable {
  /// People make these up.
  static let passwords = [
    "password", "passwd", "passwort", "kennwort", "passphrase", "passcode", "pass", "pwd", "pw",
    "psw", "pswd", "passw", "senha", "pgpassword",
    // Directives of servers, and a network's key that people make up.
    "requirepass", "masterauth", "bindpw", "rootpw", "psk",
  ]
  /// Words that name a secret only by the value that follows.
  static let hints = ["api", "access", "private"]
  static let tokens = ["token", "jwt", "bearer", "pat"]

  /// Words behind the secret's word that say nothing about it: an environment, an encoding, a
  /// version.
  static let neutral = [
    "value", "val", "string", "str", "plain", "plaintext", "clear", "cleartext", "raw", "b64",
    "base64", "prod", "production", "dev", "development", "staging", "stage", "stg", "test",
    "testing", "qa", "uat", "ci", "local", "live", "sandbox", "old", "new", "prev", "previous",
    "current", "backup", "main", "primary", "secondary", "admin", "root", "db", "database", "rw",
    "ro", "v", "a", "b", "x", "n", "c", "d", "eu", "us", "confirmation", "confirm", "app", "web",
    "api", "server", "client",
  ]
  /// Words behind the secret's word that make it something about a secret: its length, its place,
  /// its name, its life.
  static let metadata = [
    "file", "files", "filename", "path", "paths", "dir", "directory", "folder", "url", "uri",
    "urls",
    "endpoint", "host", "server_url", "id", "ids", "identifier", "name", "names", "ttl", "length",
    "len", "size", "count", "counts", "min", "max", "minimum", "maximum", "limit", "limits", "type",
    "types", "kind", "format", "field", "fields", "label", "labels", "prefix", "suffix", "header",
    "headers", "expiry", "expires", "expire", "expiration", "expired", "age", "policy", "policies",
    "rule", "rules", "hint", "prompt", "reset", "rotation", "rotate", "enabled", "enable",
    "disabled", "required", "version", "versions", "algorithm", "alg", "algo", "location", "store",
    "stores", "storage", "provider", "manager", "management", "service", "class", "regex",
    "pattern", "placeholder", "title", "message", "error", "errors", "status", "state", "changed",
    "updated", "created", "at", "date", "time", "timestamp", "arn", "ref", "refs", "reference",
    "index", "column", "table", "map", "mapping", "list", "set", "group", "scope", "scopes",
    "audience", "aud", "issuer", "env", "var", "variable", "param", "parameter", "params", "arg",
    "args", "option", "options", "flag", "input", "inputs", "form", "page", "link", "button",
    "icon", "strength", "complexity", "history", "attempts", "retries", "validation", "validator",
    "hash", "hashes", "hashed", "sealed", "wrapped", "encrypted", "digest", "checksum",
    "fingerprint", "encoding", "encoder", "cost",
    "rounds", "iterations", "usage", "budget", "bucket", "balance", "price", "symbol", "address",
    "contract", "lifetime", "duration", "interval", "timeout", "ms", "seconds", "sec", "secs",
    "minutes", "hours", "days", "pos", "position", "offset", "line", "start", "end", "source",
    "response", "request", "callback", "handler", "factory", "generator", "cache", "mode", "method",
    "permission", "permissions", "sock", "socket", "engine", "backend", "mount", "view",
    "component", "selector",
    "element", "schema", "model", "spec", "template", "exists", "valid", "invalid", "is", "idx",
    "owner", "user", "username", "users", "login", "email", "mail", "note", "notes", "comment",
    "description", "desc", "text", "info", "data_type", "event", "events", "grant", "exchange",
    "binding", "volume", "namespace", "region", "usages", "ops", "size_bytes", "bits",
    "secret_name", "ciphertext",
    "commit", "revision", "rev", "tag", "image",
    "etag", "sha", "md", "thumbprint", "crc",
    "accessor", "char", "chars", "character", "characters", "authentication", "auth_type",
    "strategy", "alias",
  ]
  /// Many of something are counted or listed, not given: `max_tokens`, `foreignKeys`.
  static let plurals = [
    "s", "tokens", "keys", "passwords", "secrets", "ring", "pair", "izer", "ize", "ized", "word",
    "words", "board", "frame", "stroke", "code", "codes",
  ]

  /// Words before `key` that make it a lookup key, a half that is public, or a button.
  static let publicKeys = [
    "public", "pub", "primary", "foreign", "cache", "sort", "partition", "hash", "range", "row",
    "object", "map", "dict", "json", "lookup", "index", "unique", "composite", "group", "order",
    "registry", "hot", "short", "arrow", "enter", "return", "tab", "escape", "esc", "alt", "ctrl",
    "control", "shift", "config", "configuration", "setting", "settings", "property", "translation",
    "i18n", "locale", "message", "label", "route", "routing", "react", "host", "known", "dedup",
    "concurrency", "restore", "artifact", "event", "candidate", "natural", "surrogate", "parent",
    "child", "node", "item", "list", "entry", "field", "column", "table", "file", "path", "param",
    "parameter", "header", "attribute", "attr", "tag", "label", "metric", "feature", "flag",
    "site", "publishable", "anon", "anonymous", "trusted", "gpg", "pgp", "apt", "rpm",
    "verification",
    "verify", "idempotency", "issue", "project", "left", "right", "up", "down", "any", "press",
    "every", "each", "this", "next", "last", "first", "same", "missing", "unknown", "duplicate",
    "invalid", "bad", "no", "error", "wrong", "build", "test", "job", "env", "variable", "var",
    "question", "state", "query", "filter", "group", "merge", "join", "session", "turn", "major",
    "minor", "low", "high", "sub", "super", "meta", "space", "home", "delete", "function", "fn",
    "menu", "caps", "num", "scroll", "default", "selected", "active", "current", "old", "new",
    "custom", "storage", "document", "doc", "data", "string", "number", "int", "integer", "s3",
    "redis", "option", "context", "namespace", "resource", "record", "version", "dependency",
    "package", "module", "class", "method", "type", "name", "id", "value", "text", "the", "a",
    "an", "by", "for", "in", "of", "with", "on", "if", "is", "to", "and", "or", "not", "get", "set",
    "has", "ssh", "rsa", "dsa", "ecdsa", "ed25519", "signature", "expected", "actual", "matching",
    "import", "imported", "importing", "export", "loaded", "adding", "added", "using", "repo",
    "repository", "recv", "release", "archive", "marked", "ultimately", "revoked", "ambiguous",
    "pick", "start", "end", "stop", "begin", "s",
    "manager", "maintainer", "packager", "hashed", "sealed", "wrapped", "spreadsheet", "sheet",
    "add", "put", "input", "element", "from", "via", "using", "at", "as",
  ]
  /// Words before `key` that make it a credential without a look at the value.
  static let secretKeys = [
    "api", "apikey", "secret", "private", "priv", "access", "auth", "encryption", "encrypt",
    "signing", "master", "account", "admin", "deploy", "subscription", "shared", "preshared", "psk",
    "consumer", "webhook", "hmac", "aes", "crypto", "license", "app", "application", "client",
    "security", "service", "user", "integration", "bot", "write", "read", "insert", "server",
    "developer", "unseal", "host_access",
  ]
  /// Words before `token` that make it a mark in a text, a page, or a guard that dies with a form.
  static let harmlessTokens = [
    "csrf", "xsrf", "antiforgery", "authenticity", "next", "page", "continuation", "pagination",
    "cancel",
    "cancellation", "sync", "resume", "cursor", "syntax", "lexer", "parser", "eos", "bos", "pad",
    "unk", "sep", "cls", "mask", "special", "stop", "design", "color", "colour", "max", "min",
    "num", "total", "request", "change", "lock", "action", "sequence", "update", "starting",
    "unexpected", "invalid",
    "missing", "expected", "no", "bad", "unknown", "end",
    "start", "first", "last", "current", "previous", "prev", "word", "string", "comment", "keyword",
    "number", "identifier", "operator", "peek", "is", "has", "per", "input", "output", "prompt",
    "completion", "nft", "erc20", "erc721", "marker", "completions", "reserved", "separator",
  ]
  /// Words before a password or secret that make it an action, a question or a ciphertext.
  static let actions = [
    "show", "hide", "toggle", "forgot", "forget", "forgotten", "reset", "change", "has", "is", "no",
    "need", "needs", "require", "requires", "required", "prompt", "ask", "invalid", "wrong", "bad",
    "incorrect", "missing", "empty", "without", "disable", "encrypted", "hashed", "pull",
    "existing",
    "allow", "validate", "remember", "update", "enter", "supports", "use", "uses", "valid",
    "failed", "for", "tls", "reveal", "should", "split", "view", "get", "check", "verify",
    "compare",
    // WebRTC's session passwords are printed by design and die with the call.
    "ice",
  ]

  /// The heads of names that have no list above.
  private static let heads: [(WordFlags, [String])] = [
    (.secret, ["secret"]), (.key, ["key"]), (.apiKey, ["apikey"]),
    (.authorization, ["auth", "authorization"]),
    (.credential, ["credential", "credentials", "creds", "salt"]),
    (.many, ["tokens", "keys", "passwords", "secrets"]),
    (.pass, ["pass"]),
  ]
  /// Words whose meaning depends on the head behind them.
  private static let turns: [(WordFlags, [String])] = [
    (.test, ["test", "tests", "first", "all"]), (.denial, ["no", "is"]),
    (.cached, ["cache", "restored"]), (.owner, ["secret", "private"]), (.public, ["public"]),
  ]
  private static let table = WordTable(
    ([
      (.password, passwords), (.hint, hints), (.token, tokens), (.neutral, neutral),
      (.metadata, metadata), (.plural, plurals), (.publicKey, publicKeys),
      (.secretKey, secretKeys), (.harmlessToken, harmlessTokens), (.action, actions),
      (.whole, NameWords.whole),
    ] + heads + turns).map { ($0.0.rawValue, $0.1) })

  /// What is known of a word in lower case.
  static func flags(of bytes: [UInt8], _ word: Range<Int>) -> WordFlags {
    var packed = PackedWord()
    guard word.count <= PackedWord.longest else { return [] }
    for index in word { packed.append(bytes[index]) }
    return WordFlags(rawValue: table[packed])
  }
}
