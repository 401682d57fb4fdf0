import Rules

/// A text with invented secrets, made when the test runs, so that no file holds one. It is written
/// like the examples of the rules: `token: «ghp_{github:36}»`.
struct Planted {
  let bytes: [UInt8]
  /// The marked values, in order.
  let values: [[UInt8]]

  init(_ template: String, seed: UInt64 = 1) throws {
    let rendered = try Template(template).render(seed: seed)
    bytes = rendered.bytes
    values = rendered.secrets.map { Array(rendered.bytes[$0]) }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A file with one GitLab token.
  static func token(_ seed: UInt64) throws -> Planted {
    try Planted("push https://oauth2:«glpat-{base62:20}»@gitlab.example/shop.git\n", seed: seed)
  }

  /// A file with one credential that lives for hours: a warning.
  static func warning(_ seed: UInt64) throws -> Planted {
    try Planted("id = «ASIA{base32:16}»\n", seed: seed)
  }
}
