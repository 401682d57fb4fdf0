import Foundation

/// Runs the contestants of a job in turns.
struct Runner {
  var child: ChildProcess
  /// Takes one line of progress.
  var tell: (String) -> Void

  /// How a contestant fared.
  struct Outcome {
    var contestant: Contestant
    var costs: [Cost] = []
    /// The exit code with which it gave up; it is then out of the job.
    var failure: Int32?
    /// Below this many bytes the peak memory cannot be told.
    var memoryFloor = 0
  }

  /// A warm-up of each, then A B C, A B C, …: a load that comes and goes meets all of them.
  func run(_ job: Job) throws -> [Outcome] {
    var outcomes = job.contestants.map { Outcome(contestant: $0) }
    for round in 0...job.runs {
      if round > 0, job.runs < 10 { tell("\(job.name): run \(round) of \(job.runs)") }
      for index in outcomes.indices where outcomes[index].failure == nil {
        let contestant = outcomes[index].contestant
        let cost = try child.run(contestant.invocation)
        guard contestant.accepted.contains(cost.exit) else {
          outcomes[index].failure = cost.exit
          tell("\(job.name): \(contestant.name) exits \(cost.exit)")
          continue
        }
        if round == 0 { tellErrors(of: contestant, in: job) }
        if round > 0 { outcomes[index].costs.append(cost) }
        outcomes[index].memoryFloor = MemoryFloor.bytes
      }
    }
    return outcomes
  }

  /// A tool may fail, find nothing for that reason, and still exit with 0.
  private func tellErrors(of contestant: Contestant, in job: Job) {
    let errors = (try? String(contentsOfFile: child.errors, encoding: .utf8)) ?? ""
    for line in errors.split(separator: "\n") where line.lowercased().contains("error") {
      tell("\(job.name): \(contestant.name) says: \(line)")
    }
  }
}
