extension Dialect {
  /// Terraform, OpenTofu and Vault files, which are HCL and have a reader of their own.
  static let terraform = Dialect(
    "Terraform", paths: ["*.tf", "*.tofu", "*.tfvars", "*.hcl"],
    // Of the JSON syntax, which is read as a tree.
    sites: .valuesOfParents("variable.*.default", "variable[].*.default"), names: .properties)
}
