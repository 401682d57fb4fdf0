import Foundation

/// A file in which every line is a candidate: what one candidate costs.
enum DenseJob {
  private static let lines = 80_000

  static func make(runs: Int, _ contestants: Contestants) throws -> Job {
    let folder = try contestants.workplace.makeFolder("dense")
    var generator = SeededGenerator(seed: 7)
    var text: [UInt8] = []
    for line in 0..<lines {
      let value = generator.text(40, of: .base62)
      text += "export API_KEY_\(line)=\(value)\n".utf8
    }
    try Data(text).write(to: URL(filePath: folder + "/dense.env"))
    let bytes = text.count
    return Job(
      name: "dense: \(lines) candidates",
      contestants: [
        contestants.leakage(["dense.env", "--age", "none"], in: folder, slug: "dense")
      ] + contestants.kingfisher(["dense.env"], in: folder, slug: "dense")
        + contestants.scripts(in: folder, slug: "dense"),
      runs: runs, bytes: { bytes },
      goals: [
        Goal(figure: .seconds(of: "leakage"), most: 0.4),
        Goal(figure: .bytes(of: "leakage"), most: 150e6),
      ])
  }
}
