import Foundation

/// One small workflow file: what a call costs before there is anything to do.
enum StartUpJob {
  static let runs = 21

  static func make(_ contestants: Contestants) throws -> Job {
    let folder = try contestants.workplace.makeFolder("start-up/.github/workflows")
    let workflow = """
      name: ci
      on: push
      jobs:
        test:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - run: make test
              env:
                TOKEN: ${{ secrets.TOKEN }}

      """
    try workflow.write(toFile: folder + "/ci.yml", atomically: false, encoding: .utf8)
    return Job(
      name: "start-up: one small workflow",
      contestants: [
        contestants.leakage(["ci.yml", "--age", "none"], in: folder, slug: "start-up")
      ] + contestants.kingfisher(["ci.yml"], in: folder, slug: "start-up")
        + contestants.git(["--version"], in: folder),
      runs: runs, goals: [Goal(figure: .wall(of: "leakage", to: "git"), most: 4)])
  }
}
