/// What is measured in each repository.
enum RepositoryJobs {
  static func make(_ repository: Repository, runs: Int, _ contestants: Contestants) throws -> [Job]
  {
    [
      try staged(repository, runs: runs, contestants),
      tree(repository, runs: runs, contestants),
      history(repository, runs: runs, contestants),
    ]
  }

  /// What a pre-commit hook does, in a copy: kingfisher writes into the repository for it.
  private static func staged(
    _ repository: Repository, runs: Int, _ contestants: Contestants
  ) throws -> Job {
    let (copy, planted) = try repository.stagedCopy()
    let slug = repository.name + ".staged"
    return Job(
      name: "\(repository.name): one staged file",
      contestants: [
        contestants.leakage(["--staged", ".", "--age", "none"], in: copy, slug: slug)
      ] + contestants.kingfisher([".", "--staged"], in: copy, slug: slug),
      runs: runs, goals: [Goal(figure: .seconds(of: "leakage"), most: 0.03)], planted: [planted])
  }

  private static func tree(_ repository: Repository, runs: Int, _ contestants: Contestants) -> Job {
    let slug = repository.name + ".tree"
    return Job(
      name: "\(repository.name): working tree",
      contestants: [
        contestants.leakage(
          [".", "--age", "none"], as: "leakage, no ages", in: repository.path, slug: slug),
        contestants.leakage(
          ["."], as: "leakage, ages", in: repository.path, slug: slug + ".ages"),
      ] + contestants.kingfisher([".", "--git-history", "none"], in: repository.path, slug: slug)
        + contestants.ripgrep([], in: repository.path, slug: slug),
      runs: runs, bytes: { try repository.treeBytes() },
      goals: [
        Goal(figure: .wall(of: "leakage, no ages", to: "kingfisher"), most: 1 / 8),
        Goal(figure: .wall(of: "leakage, no ages", to: "rg"), most: 3),
      ])
  }

  private static func history(
    _ repository: Repository, runs: Int, _ contestants: Contestants
  ) -> Job {
    let slug = repository.name + ".history"
    return Job(
      name: "\(repository.name): whole history",
      contestants: [
        contestants.leakage(
          ["--history", "."], as: "leakage, ages", in: repository.path, slug: slug)
      ] + contestants.kingfisher([".", "--turbo"], in: repository.path, slug: slug)
        + contestants.git(
          ["cat-file", "--batch-all-objects", "--batch", "--buffer", "--unordered"],
          in: repository.path),
      runs: runs, bytes: { try repository.historyBytes() },
      goals: [
        Goal(figure: .wall(of: "leakage, ages", to: "kingfisher"), most: 1 / 6),
        Goal(figure: .wall(of: "leakage, ages", to: "git"), most: 0.5),
        Goal(figure: .bytes(of: "leakage, ages"), most: 250e6 + Double(repository.packBytes())),
      ])
  }
}
