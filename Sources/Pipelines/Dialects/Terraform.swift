extension Dialect {
  /// Terraform, OpenTofu and Vault files, which are HCL and have a reader of their own.
  static let terraform = Dialect(
    "Terraform", paths: ["*.tf", "*.tofu", "*.tfvars", "*.hcl"])
}
