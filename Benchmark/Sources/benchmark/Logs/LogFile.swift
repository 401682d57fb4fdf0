/// A file of a log folder, as CI systems hand it out.
struct LogFile {
  /// How the file holds its members.
  enum Container {
    /// As they are; one member, whose path is empty.
    case plain
    /// One member, whose path is empty.
    case gzip
    case zip
  }

  /// Relative to the folder.
  var path: String
  var container: Container
  var members: [(path: String, text: [UInt8])]
  var secrets: [PlantedSecret]

  var byteCount: Int { members.reduce(0) { $0 + $1.text.count } }
}

extension LogFile {
  /// The `index`th file of the folder of a seed: half of the files are GitHub's, a quarter each
  /// GitLab's and Jenkins'. It depends on nothing but the arguments. A file has from `unit` to
  /// 16 times as many bytes, with about one secret in each three units.
  static func make(_ index: Int, seed: UInt64, unit: Int = 100_000) -> LogFile {
    var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(index))
    let size = unit << generator.below(5)
    let spacing = 3 * unit
    switch index % 4 {
    case 0, 2:
      return gitHub(index, JobLog(.gitHub, size: size / 2, spacing: spacing, &generator))
    case 1:
      let style: LogStyle = index % 8 == 1 ? .gitLabRecords : .gitLabTrace
      return single(
        "gitlab/job-\(index).log", .plain, JobLog(style, size: size, spacing: spacing, &generator))
    default:
      return single(
        "jenkins/build-\(index).log.gz", .gzip,
        JobLog(.jenkins, size: size, spacing: spacing, &generator))
    }
  }

  private static func single(_ path: String, _ container: Container, _ log: JobLog) -> LogFile {
    let secrets = log.secrets.map {
      PlantedSecret(
        kind: $0.kind, shape: $0.shape,
        places: [FoundPlace(path: path, member: nil, lines: $0.lines)])
    }
    return LogFile(
      path: path, container: container, members: [("", log.text)], secrets: secrets)
  }

  /// GitHub's zip holds each line twice: in the job's file and in that of its step.
  private static func gitHub(_ index: Int, _ log: JobLog) -> LogFile {
    let path = "github/run-\(index).zip"
    var members = [("0_build.txt", log.text)]
    var places = log.secrets.map {
      [FoundPlace(path: path, member: "0_build.txt", lines: $0.lines)]
    }
    for (position, step) in log.steps.enumerated() {
      let next = position + 1 < log.steps.count ? log.steps[position + 1] : nil
      let member = "build/\(position + 1)_\(step.name).txt"
      members.append((member, Array(log.text[step.byte..<(next?.byte ?? log.text.count)])))
      let lines = step.line...((next?.line ?? log.lineCount + 1) - 1)
      for (secret, planted) in log.secrets.enumerated()
      where lines.contains(planted.lines.lowerBound) {
        let first = planted.lines.lowerBound - step.line + 1
        let last = planted.lines.upperBound - step.line + 1
        places[secret].append(FoundPlace(path: path, member: member, lines: first...last))
      }
    }
    let secrets = zip(log.secrets, places).map {
      PlantedSecret(kind: $0.kind, shape: $0.shape, places: $1)
    }
    return LogFile(path: path, container: .zip, members: members, secrets: secrets)
  }
}
