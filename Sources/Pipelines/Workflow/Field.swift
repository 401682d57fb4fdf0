internal import YAML

/// A value of a workflow with its name. Nothing of it is copied before a check asks for it.
struct Field {
  let name: String
  /// Whether the word `secrets` may stand in it.
  let mentionsSecrets: Bool
  /// The secrets it reads, as many as a ``NameList`` holds.
  let secrets: [String]
  private let scalar: YAMLScalar
  private let file: [UInt8]

  init(name: String, _ scalar: YAMLScalar, in file: [UInt8], _ mentions: SecretMentions) {
    self.name = name
    self.scalar = scalar
    self.file = file
    mentionsSecrets = mentions.mayBe(in: scalar)
    secrets = mentionsSecrets ? SecretReferences.inExpressions(of: scalar.value) : []
  }

  /// The decoded bytes.
  var bytes: ArraySlice<UInt8> { scalar.bytes }
  var text: String { scalar.text }
  /// What the file has for it.
  var range: Range<Int> { ScalarSource.range(of: scalar, in: file) }
  var source: ScalarSource { ScalarSource(scalar, in: file) }
}
