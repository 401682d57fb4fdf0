extension Dialect {
  /// Terraform, OpenTofu and Vault files, which are HCL and have a reader of their own.
  static let terraform = Dialect(
    "Terraform", paths: ["*.tf", "*.tofu", "*.tfvars", "*.hcl"])

  /// The JSON of roles of AWS and Vault, known by its keys.
  static let roleDocument = Dialect("role")

  /// XML with names and values in elements of their own, such as a build of Jenkins.
  static let xmlPairs = Dialect("XML")
}
