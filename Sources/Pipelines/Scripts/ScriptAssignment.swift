internal import Findings

/// A named value of a script: `NAME=VALUE`, `$name = 'value'`, `name = "value"`.
struct ScriptAssignment {
  let name: String
  /// Without quotes and escapes; for a mixed value the literal part.
  let value: [UInt8]
  let kind: Assignment.Kind
  /// Where the value stands in the script.
  let range: Range<Int>
}
