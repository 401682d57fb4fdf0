/// How an assignment is written: what tells code from configuration and prose.
struct Notation: Sendable, Hashable {
  /// What stands between a name and its value.
  enum Mark: Sendable, Hashable {
    /// `=`, `:=`, `?=`, `=>`, `<-`.
    case equals
    /// `:`.
    case colon
    /// `==`, `===`: code that compares with a literal.
    case comparison
    /// `--name value`.
    case flag
    /// `name("value")`, `"name", "value"`, `name "value"`.
    case juxtaposition
    /// `<name>value</name>`.
    case element
    /// `name: NAME` and, behind it, `value: VALUE`.
    case entry
    /// `:-` of a shell's default.
    case fallback
    /// Nothing but a blank or a dash: `deploy token 9f8a…`.
    case mention
    /// Read by a parser of pipelines or logs.
    case structure
    /// A sentence that ends in the value: `Your new password is VALUE`.
    case sentence
  }

  var mark: Mark
  /// Whether the value stands in quotes.
  var isQuoted = false
  /// Whether these quotes are backticks, as around commands in documents.
  var isInBackticks = false
  /// Whether blanks stand around the mark: `a = b` is code or an ini file, `A=b` a shell's.
  var hasBlanks = false
  /// Whether the name is the first thing on its line, but for `export`, `-`, quotes and the like.
  var isLineStart = false
  /// Whether more words follow a value without quotes on its line.
  var isFollowed = false
  /// Whether a `(` or a `,` stands before the name: an argument of a call.
  var isArgument = false
  /// Whether nothing but blanks and closing marks follows the value on its line.
  var isLast = false
  /// Whether name and value are all that their line says, but for one word before them.
  var isWholeLine = false
  /// Whether the name itself stands within quotes that the value does not leave: in a program, the
  /// text is data then, not code.
  var isInString = false
  /// Whether the value is a literal in parts beside each other: what stands between them is no part of
  /// it, but of the text that holds it.
  var isSplit = false
  /// Whether name and value stand in an action of a template: `{{- $password = include "x" . }}`.
  var isInTemplate = false
}
