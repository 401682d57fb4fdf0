/// A block of HCL: `resource "aws_iam_role" "ci" { … }`.
struct HCLBlock {
  /// `resource`, `variable`; empty for the file itself.
  let type: String
  /// What stands between type and brace, without quotes.
  let labels: [String]
  /// Type and labels, as written.
  let range: Range<Int>
  var attributes: [HCLAttribute] = []
  var blocks: [HCLBlock] = []

  /// `aws_iam_role` of a resource or data source, in which the first label is its type.
  var resource: String? { type == "resource" || type == "data" ? labels.first : nil }

  /// The attribute of a name.
  subscript(_ name: String) -> HCLAttribute? { attributes.first { $0.name == name } }

  /// The block and all below it, outer ones first.
  var all: [HCLBlock] { [self] + blocks.flatMap(\.all) }
}

/// `name = expression`.
struct HCLAttribute {
  let name: String
  /// The expression as written, without white space around it.
  let range: Range<Int>
  /// The string, number or word that the expression is; `nil` for anything that has to be evaluated.
  let plain: String?
  /// Whether it is a string in quotes.
  let isString: Bool
}
