import ArgumentParser
import Foundation

/// `benchmark`: measures leakage and its peers and prints Markdown.
@main
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measures leakage beside its peers and prints the result as Markdown.",
    discussion: """
      Repositories are only read; what must be changed is changed in a copy. Nothing goes on the \
      network. The tables go to standard output, progress to standard error.
      """)

  @Option(help: ArgumentHelp("The binary to measure: a release build.", valueName: "path"))
  var leakage: String
  @Option(help: ArgumentHelp("A repository to measure on; may be repeated.", valueName: "path"))
  var repository: [String] = []
  @Option(help: ArgumentHelp("Megabytes of logs to make; 0 for none.", valueName: "n"))
  var logsMb = 50
  @Option(
    help: ArgumentHelp("Megabytes of the smallest of three plain logs; 0 for none.", valueName: "n")
  )
  var linearMb = 100
  @Option(help: ArgumentHelp("The seed of the logs.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("How often each tool does each job.", valueName: "n"))
  var runs = 5
  @Option(
    help: ArgumentHelp(
      "The peers, each with its program if it is not on PATH: kingfisher=/opt/kingfisher,rg.",
      valueName: "list"))
  var peers = Peer.allCases.map(\.rawValue).joined(separator: ",")
  @Option(
    help: ArgumentHelp(
      "Measure nothing: hold a history's scan along its deltas against one of every blob, and a scan "
        + "of the files with the rules' windows against one with longer ones; may be repeated.",
      valueName: "path"))
  var verify: [String] = []
  @Option(help: ArgumentHelp("The date to print; no clock is read for it.", valueName: "text"))
  var date: String?

  func validate() throws {
    guard runs > 0, (0...100_000).contains(logsMb), (0...10_000).contains(linearMb)
    else {
      throw ValidationError(
        "--runs is at least 1, --logs-mb from 0 to 100000, --linear-mb from 0 to 10000.")
    }
    guard FileManager.default.isExecutableFile(atPath: leakage) else {
      throw ValidationError("\(leakage) is no program.")
    }
    for path in repository where !FileManager.default.fileExists(atPath: path + "/.git/HEAD") {
      throw ValidationError("\(path) is no repository with a .git folder.")
    }
  }

  func run() throws {
    let peers = try Peer.parse(peers, find: Workplace.find).mapValues(Self.absolute)
    let workplace = try Workplace()
    defer { workplace.remove() }
    if !verify.isEmpty { return try verify(in: workplace) }
    let contestants = Contestants(
      leakagePath: Self.absolute(leakage), peers: peers, workplace: workplace)
    let repositories = try repositories(in: workplace)

    let runner = Runner(child: workplace.child, tell: Self.tell)
    var measured: [(Job, [Runner.Outcome])] = []
    for job in try jobs(repositories, contestants) { measured.append((job, try runner.run(job))) }

    let results = try measured.map { try JobResult($0.0, $0.1) }
    let programs = [contestants.leakagePath] + Peer.allCases.compactMap { peers[$0] }
    let document = Document(
      results: results,
      versions: try programs.map { try Self.version($0, workplace) }
        + repositories.map { try $0.version() },
      machine: Machine.description, date: date,
      commandLine: CommandLine(
        names: [(workplace.folder, "$WORK"), (contestants.leakagePath, "leakage")]
          + repositories.map { ($0.path, $0.name) }))
    print(document.render(), terminator: "")
    if results.contains(where: { $0.outcomes.contains { $0.failure != nil } }) {
      throw ExitCode.failure
    }
  }

  private func verify(in workplace: Workplace) throws {
    let verification = Verification(
      leakagePath: Self.absolute(leakage), workplace: workplace)
    var isEqual = true
    for path in verify {
      for result in try verification.verify(Self.absolute(path)) {
        print(result.line)
        isEqual = isEqual && result.isEqual
      }
    }
    if !isEqual { throw ExitCode.failure }
  }

  private func jobs(_ repositories: [Repository], _ contestants: Contestants) throws -> [Job] {
    var jobs = [
      try StartUpJob.make(contestants), try DenseJob.make(runs: runs, contestants),
    ]
    if logsMb > 0 {
      Self.tell("making \(logsMb) MB of logs")
      jobs.append(try LogsJob.make(megabytes: logsMb, seed: seed, runs: runs, contestants))
    }
    if linearMb > 0 {
      Self.tell("making logs of \(linearMb) to \(4 * linearMb) MB")
      jobs.append(try LinearJob.make(megabytes: linearMb, seed: seed, runs: runs, contestants))
    }
    for repository in repositories {
      Self.tell("copying \(repository.name)")
      jobs += try RepositoryJobs.make(repository, runs: runs, contestants)
    }
    return jobs
  }

  private func repositories(in workplace: Workplace) throws -> [Repository] {
    guard !repository.isEmpty else { return [] }
    guard let git = Workplace.find("git") else {
      throw Workplace.Failure(description: "git is not on PATH")
    }
    var names: Set<String> = []
    return repository.map { argument in
      let path = Self.absolute(argument)
      let base = URL(filePath: path).lastPathComponent
      let name = names.insert(base).inserted ? base : "\(base)-\(names.count + 1)"
      names.insert(name)
      return Repository(path: path, name: name, git: git, workplace: workplace)
    }
  }

  /// `leakage` prints the bare number.
  private static func version(_ program: String, _ workplace: Workplace) throws -> String {
    let output = try workplace.run(program, ["--version"], in: workplace.folder)
    let line = String(decoding: output, as: UTF8.self).prefix { $0 != "\n" }
    return line.first?.isNumber == true ? "leakage \(line)" : String(line)
  }

  private static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path
  }

  private static func tell(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
