internal import Findings

/// The file `shallow`: the commits behind which a shallow clone has no history.
struct ShallowFile {
  let commits: [ObjectID]

  init(of repository: Repository) {
    let file = repository.commonDirectory.appending(Path("shallow"))
    commits = (FileSystem.contents(file, atMost: 16 << 20) ?? [])
      .split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) }
  }
}
