extension Dialect {
  /// Variables of Ansible hosts, groups and roles.
  ///
  /// Source: docs.ansible.com, "Organizing host and group variables".
  static let ansibleVariables = Dialect(
    "Ansible variables",
    paths: [
      "group_vars/*.yml", "group_vars/*.yaml", "host_vars/*.yml", "host_vars/*.yaml",
      "group_vars/*/*.yml", "group_vars/*/*.yaml", "host_vars/*/*.yml", "defaults/main.yml",
      "defaults/main.yaml", "vars/main.yml", "vars/main.yaml",
    ])
}
