import Foundation

/// Writes a folder of logs, as if they had been downloaded.
struct LogFolder {
  /// Where the logs go; made if it is not there.
  var folder: String
  var workplace: Workplace

  /// What was written.
  struct Content {
    /// Bytes of all members, unpacked.
    var bytes = 0
    var files = 0
    var secrets: [PlantedSecret] = []
    /// How the files of GitHub and Jenkins were packed.
    var packing = ""
  }

  /// Writes files until they hold `bytes`. Without `bsdtar` or `gzip` the members are written as
  /// they are, under the paths that they have in the archive.
  func write(bytes: Int, seed: UInt64) throws -> Content {
    let bsdtar = Workplace.find("bsdtar")
    let gzip = Workplace.find("gzip")
    var content = Content()
    content.packing = [bsdtar.map { _ in "zip" }, gzip.map { _ in "gzip" }, "plain"]
      .compactMap(\.self).joined(separator: ", ")
    while content.bytes < bytes {
      let file = LogFile.make(content.files, seed: seed)
      content.files += 1
      content.bytes += file.byteCount
      switch file.container {
      case .plain: content.secrets += try plain(file)
      case .gzip: content.secrets += try gzip.map { try zipped(file, by: $0) } ?? plain(file)
      case .zip: content.secrets += try bsdtar.map { try packed(file, by: $0) } ?? plain(file)
      }
    }
    return content
  }

  private func zipped(_ file: LogFile, by gzip: String) throws -> [PlantedSecret] {
    let plain = String(file.path.dropLast(".gz".count))
    for member in file.members { try put(member.text, at: folder + "/" + plain) }
    try workplace.run(gzip, ["-n", "-6", plain], in: folder)
    return file.secrets
  }

  private func packed(_ file: LogFile, by bsdtar: String) throws -> [PlantedSecret] {
    let staging = folder + ".members"
    for member in file.members { try put(member.text, at: staging + "/" + member.path) }
    try put([], at: folder + "/" + file.path)
    try workplace.run(
      bsdtar,
      ["--format", "zip", "-cf", folder + "/" + file.path] + file.members.map(\.path), in: staging)
    try FileManager.default.removeItem(atPath: staging)
    return file.secrets
  }

  private func plain(_ file: LogFile) throws -> [PlantedSecret] {
    func path(_ member: String?) -> String {
      guard let member, !member.isEmpty else {
        return file.container == .gzip ? String(file.path.dropLast(".gz".count)) : file.path
      }
      return file.path + ".d/" + member
    }
    for member in file.members { try put(member.text, at: folder + "/" + path(member.path)) }
    return file.secrets.map { secret in
      var secret = secret
      secret.places = secret.places.map {
        FoundPlace(path: path($0.member), member: nil, lines: $0.lines)
      }
      return secret
    }
  }

  private func put(_ bytes: [UInt8], at path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
