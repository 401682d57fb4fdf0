import Foundation

/// A repository to measure on. It is only read; what must be changed is changed in a copy.
struct Repository {
  /// Absolute.
  var path: String
  /// Its folder's name, with a number where two have the same.
  var name: String
  var git: String
  var workplace: Workplace

  /// Settings that keep git from running what a repository names.
  private static let quiet = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]

  private func git(_ arguments: [String], in folder: String? = nil) throws -> Data {
    try workplace.run(git, Self.quiet + arguments, in: folder ?? path)
  }

  /// Such as `cli at 0123abc`.
  func version() throws -> String {
    let head = try git(["rev-parse", "--short", "HEAD"])
    return "\(name) at \(String(decoding: head, as: UTF8.self).prefix { $0 != "\n" })"
  }

  /// Bytes of the files that git does not ignore.
  func treeBytes() throws -> Int {
    try git(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).split(separator: 0)
      .reduce(0) { sum, name in
        let file = path + "/" + String(decoding: name, as: UTF8.self)
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return sum + ((attributes?[.size] as? Int) ?? 0)
      }
  }

  /// Bytes of all blobs that are there, reachable or not.
  func historyBytes() throws -> Int {
    let list = try git([
      "cat-file", "--batch-all-objects", "--unordered",
      "--batch-check=%(objecttype) %(objectsize)",
    ])
    let blob = Data("blob ".utf8)
    return list.split(separator: UInt8(ascii: "\n")).reduce(0) { sum, line in
      guard line.starts(with: blob) else { return sum }
      return sum + (Int(String(decoding: line.dropFirst(blob.count), as: UTF8.self)) ?? 0)
    }
  }

  /// Bytes of the packs: what a reader of them may keep mapped.
  func packBytes() -> Int {
    let folder = path + "/.git/objects/pack"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".pack") }.reduce(0) { sum, name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return sum + ((attributes?[.size] as? Int) ?? 0)
    }
  }

  /// A copy in which one file has a staged change: a new last line with an invented token. A
  /// workflow is taken if there is one, otherwise the first file.
  func stagedCopy() throws -> (folder: String, planted: PlantedSecret) {
    let copy = workplace.file("staged-" + name)
    guard let cp = Workplace.find("cp") else {
      throw Workplace.Failure(description: "cp is not on PATH")
    }
    try workplace.run(cp, ["-a", "--reflink=auto", path, copy], in: workplace.folder)
    let file = try changedFile(in: copy)
    let secrets = SecretKind.all.filter { $0.name == "GitHub token" }
    var generator = SeededGenerator(seed: 1)
    guard let token = secrets.first?.make(&generator),
      var text = FileManager.default.contents(
        atPath: copy + "/" + file)
    else { throw Workplace.Failure(description: "\(copy)/\(file) cannot be read") }
    text.append(Data("\n# GH_TOKEN=\(token)\n".utf8))
    try text.write(to: URL(filePath: copy + "/" + file))
    let blob = try git(["hash-object", "-w", "--no-filters", "--", file], in: copy)
    let id = String(decoding: blob, as: UTF8.self).prefix { $0 != "\n" }
    _ = try git(["update-index", "--cacheinfo", "100644,\(id),\(file)"], in: copy)
    let lines = text.count { $0 == UInt8(ascii: "\n") }
    let place = FoundPlace(path: file, lines: lines...lines)
    return (copy, PlantedSecret(kind: "GitHub token", shape: .whole, places: [place]))
  }

  private func changedFile(in copy: String) throws -> String {
    let files = try git(["ls-files", "-z", "-s"], in: copy).split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.hasPrefix("100644 ") }
      .compactMap { $0.split(separator: "\t", maxSplits: 1).last.map(String.init) }
    let workflow = files.first {
      $0.hasPrefix(".github/workflows/") && ($0.hasSuffix(".yml") || $0.hasSuffix(".yaml"))
    }
    guard let file = workflow ?? files.first else {
      throw Workplace.Failure(description: "\(path) has no tracked file")
    }
    return file
  }
}
