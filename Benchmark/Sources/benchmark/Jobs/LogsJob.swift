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
        + contestants.ripgrep(["--search-zip"], in: folder, slug: "logs"),
      runs: runs, bytes: { content.bytes }, planted: content.secrets)
  }
}
