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
    sites: modules.flatMap { module in
      (["[]"] + taskLists.map { "**.\($0)[]" }).map {
        Site(KeyPattern(stringLiteral: "\($0).\(module)"), .shell)
      }
    },
    steps: Naming(
      "[].tasks[]", or: taskLists.map { KeyPattern(stringLiteral: "**.\($0)[]") }, by: ["name"]))

  /// Where tasks stand, but for files that hold nothing else.
  private static let taskLists = [
    "tasks", "pre_tasks", "post_tasks", "handlers", "block", "rescue", "always",
  ]

  /// What takes a command, or its arguments in one string.
  private static let modules = [
    "shell", "command", "(ansible.builtin.shell)", "(ansible.builtin.command)", "shell.cmd",
    "command.cmd", "mysql_user", "postgresql_user", "uri", "user",
  ]
}
