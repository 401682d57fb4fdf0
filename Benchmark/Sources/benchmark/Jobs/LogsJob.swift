/// A folder of CI logs, made on the spot, with secrets at known places.
enum LogsJob {
  static func make(
    megabytes: Int, seed: UInt64, runs: Int, _ contestants: Contestants
  ) throws -> Job {
    let folder = try contestants.workplace.makeFolder("logs")
    let content = try LogFolder(folder: folder, workplace: contestants.workplace)
      .write(bytes: megabytes * 1_000_000, seed: seed)
    return Job(
      name: "logs, seed \(seed): \(content.files) files (\(content.packing))",
      contestants: [contestants.leakage([".", "--age", "none"], in: folder, slug: "logs")]
        + contestants.kingfisher(["."], in: folder, slug: "logs")
        + contestants.ripgrep(["--search-zip"], in: folder, slug: "logs")
        + contestants.scripts(in: folder, slug: "logs") + contestants.unpacking(in: folder),
      runs: runs, bytes: { content.bytes },
      goals: [
        Goal(figure: .wall(of: "leakage", to: "kingfisher"), most: 1 / 3.5),
        Goal(figure: .wall(of: "leakage", to: "unpacking"), most: 1.3),
      ], planted: content.secrets)
  }
}
