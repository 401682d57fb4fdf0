import Foundation

/// Logs of one, two and four times a size: time must grow with them, and memory must not.
enum LinearJob {
  static func make(megabytes: Int, seed: UInt64, runs: Int, _ contestants: Contestants) throws
    -> Job
  {
    let folder = try contestants.workplace.makeFolder("linear")
    var block: [UInt8] = []
    var number = 0
    while block.count < 4_000_000 {
      for member in LogFile.make(number, seed: seed).members { block += member.text }
      number += 1
    }
    let sizes = [megabytes, 2 * megabytes, 4 * megabytes]
    for size in sizes {
      let path = "\(folder)/\(size).log"
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      var left = size * 1_000_000
      while left > 0 {
        try file.write(contentsOf: Data(block.prefix(left)))
        left -= min(left, block.count)
      }
      try file.close()
    }
    func name(_ index: Int) -> String { "leakage, \(sizes[index]) MB" }
    return Job(
      name: "logs of growing size",
      contestants: sizes.indices.map { index in
        contestants.leakage(
          ["\(sizes[index]).log", "--age", "none"], as: name(index), in: folder,
          slug: "linear-\(sizes[index])")
      },
      runs: runs,
      goals: [
        // A tenth more than twice and four times: what a loaded machine adds.
        Goal(figure: .wall(of: name(1), to: name(0)), most: 2.2),
        Goal(figure: .wall(of: name(2), to: name(0)), most: 4.4),
        Goal(figure: .memory(of: name(2), to: name(0)), most: 1.1),
      ])
  }
}
