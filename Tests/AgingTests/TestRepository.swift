import Findings
import Glibc
import Testing

@testable import Git

/// A repository in a temporary folder, whose commits are written by `git fast-import` with fixed
/// dates: any shape of history at the cost of one process. Removed with the value.
///
/// ```swift
/// let repository = try TestRepository()
/// let first = repository.commit("2021-02-03", ["ci.yml": "password: hunter2\n"])
/// repository.commit("2022-01-01", ["ci.yml": nil, "build.yml": "password: hunter2\n"])
/// ```
final class TestRepository {
  /// A commit, named before git has made it.
  struct Mark: Hashable { let number: Int }

  let folder: Path
  private var stream: [UInt8] = []
  private var count = 0
  private var tips: [String: Mark] = [:]

  init() throws {
    var template = Array("/tmp/leakage-aging-XXXXXX".utf8).map { CChar(bitPattern: $0) } + [0]
    try #require(unsafe mkdtemp(&template) != nil)
    folder = Path(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
    try run("git", ["init", "-q", "-b", "main", "\(folder)/work"])
  }

  deinit { _ = try? run("rm", ["-rf", "\(folder)"]) }

  /// The path of a clone, or of the repository itself, `work`.
  func path(_ name: String = "work") -> Path { folder.appending(Path(name)) }

  /// Adds a commit to a branch, at noon of a day.
  ///
  /// - Parameters:
  ///   - authored: the author's day; the committer's day is the first parameter.
  ///   - from: the first parent, where it is not the tip of the branch; the branch is made or moved.
  ///   - merging: further parents. The tree is the first parent's with `files` put into it.
  ///   - files: contents by path; `nil` removes a file.
  @discardableResult
  func commit(
    _ day: String, authored: String? = nil, on branch: String = "main", from: Mark? = nil,
    merging: [Mark] = [], _ files: [String: String?] = [:]
  ) -> Mark {
    count += 1
    let mark = Mark(number: count)
    append("commit refs/heads/\(branch)\nmark :\(count)\n")
    append("author Ann <ann@example.org> \(Self.seconds(authored ?? day)) +0000\n")
    append("committer Cid <cid@example.org> \(Self.seconds(day)) +0000\n")
    data("\(count)")
    if let parent = from ?? tips[branch] { append("from :\(parent.number)\n") }
    for parent in merging { append("merge :\(parent.number)\n") }
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      if let content {
        append("M 100644 inline \(path)\n")
        data(content)
      } else {
        append("D \(path)\n")
      }
    }
    append("\n")
    tips[branch] = mark
    return mark
  }

  /// Points a ref to a commit.
  func point(_ ref: String, to mark: Mark) { append("reset \(ref)\nfrom :\(mark.number)\n\n") }

  /// Runs git in the repository, or in a clone of it, at noon of a day.
  func git(at day: String = "2020-01-01", in name: String = "work", _ arguments: String...) throws {
    try flush()
    try run("git", ["-C", "\(path(name))"] + arguments, day: day)
  }

  /// Removes a file of the repository.
  func remove(_ name: String) throws { try run("rm", ["-f", "\(path())/\(name)"]) }

  /// Writes a file of the repository.
  func write(_ text: String, to name: String) throws {
    try run("tee", ["\(path())/\(name)"], input: Array(text.utf8))
  }

  /// The name that git gave to a commit.
  func id(_ mark: Mark) throws -> ObjectID {
    let marks = try run("cat", ["\(folder)/marks"])
    let line = try #require(
      marks.split(separator: "\n").first { $0.hasPrefix(":\(mark.number) ") })
    return try #require(ObjectID(String(line.drop { $0 != " " }.dropFirst())))
  }

  /// Opens the repository or a clone.
  func open(_ name: String = "work") throws -> Repository {
    try flush()
    return try #require(try Repository.discover(path(name)))
  }

  /// Noon of a day in UTC, or seconds where a number is given.
  static func seconds(_ day: String) -> Int64 {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return Int64(day) ?? 0 }
    return Timestamp(year: parts[0], month: parts[1], day: parts[2], hour: 12).seconds
  }

  private func append(_ text: String) { stream += Array(text.utf8) }

  private func data(_ text: String) { append("data \(text.utf8.count)\n\(text)\n") }

  private func flush() throws {
    guard !stream.isEmpty else { return }
    let marks = "\(folder)/marks"
    try run(
      "git",
      [
        "-C", "\(path())", "fast-import", "--quiet", "--force", "--done", "--date-format=raw",
        "--import-marks-if-exists=\(marks)", "--export-marks=\(marks)",
      ], input: stream + Array("done\n".utf8))
    stream = []
  }

  @discardableResult
  private func run(
    _ program: String, _ arguments: [String], day: String = "2020-01-01", input: [UInt8]? = nil
  ) throws -> String {
    let environment = [
      "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder)", "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1",
      "GIT_AUTHOR_NAME=Ann", "GIT_AUTHOR_EMAIL=ann@example.org", "GIT_COMMITTER_NAME=Cid",
      "GIT_COMMITTER_EMAIL=cid@example.org", "GIT_AUTHOR_DATE=\(day)T12:00:00Z",
      "GIT_COMMITTER_DATE=\(day)T12:00:00Z", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=gc.auto",
      "GIT_CONFIG_VALUE_0=0",
    ]
    var process = try GitProcess(
      GitCommand(
        name: program, arguments: ([program] + arguments).map { Array($0.utf8) },
        environment: environment.map { Array($0.utf8) }),
      executable: Path("/usr/bin/\(program)"), patience: 30, withInput: input != nil)
    if let input {
      process.send(input)
      process.closeInput()
    }
    var output: [UInt8] = []
    while try process.require(1) {
      output += process.bytes(process.available)
      process.take(process.available)
    }
    let exit = try process.exit()
    try #require(exit == .status(0), "\(String(decoding: process.complaint, as: UTF8.self))")
    return String(decoding: output, as: UTF8.self)
  }
}
