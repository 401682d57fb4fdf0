extension Dialect {
  /// Ansible playbooks and task files. Arguments of modules may stand in one string.
  ///
  /// Source: docs.ansible.com, "Ansible playbooks".
  static let ansiblePlaybook = Dialect(
    "Ansible playbook",
    marks: [
      ["[].hosts", "[].name"],
      [
        "[].tasks", "[].roles", "[].shell", "[].command", "[].template",
        "[].(ansible.builtin.shell)",
        "[].(ansible.builtin.command)", "[].include_role", "[].import_tasks", "[].become",
        "[].apt", "[].copy", "[].register", "[].no_log",
      ],
    ],
    sites: .shell(
      "[].shell", "[].command", "[].tasks[].shell", "[].tasks[].command",
      "[].tasks[].(ansible.builtin.shell)", "[].tasks[].(ansible.builtin.command)",
      "[].(ansible.builtin.shell)", "[].(ansible.builtin.command)", "[].tasks[].shell.cmd",
      "[].tasks[].mysql_user", "[].tasks[].postgresql_user", "[].tasks[].uri", "[].tasks[].user",
      "[].mysql_user", "[].postgresql_user", "[].uri", "[].user"),
    steps: Naming(
      "[].tasks[]", or: ["[].pre_tasks[]", "[].post_tasks[]", "[].handlers[]"],
      by: ["name"]))
}
