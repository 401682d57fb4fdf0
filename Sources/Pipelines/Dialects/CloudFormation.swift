extension Dialect {
  /// CloudFormation and SAM templates.
  ///
  /// Source: docs.aws.amazon.com/AWSCloudFormation, "Template anatomy".
  static let cloudFormation = Dialect(
    "CloudFormation",
    marks: [["AWSTemplateFormatVersion", "Resources.*.Type=AWS::"], ["Resources"]],
    sites: .valuesOfParents("Parameters.*.Default")
      + .base64("Resources.*.Properties.UserData")
      + .shell(
        "Resources.*.Properties.UserData.Fn::Base64.**",
        "Resources.*.Properties.UserData.Fn::Base64"))
}
