/// A job with what came out of it, read and counted.
struct JobResult {
  var job: Job
  var outcomes: [Runner.Outcome]
  var bytes: Int?
  /// For each outcome; none for a tool that looks for nothing, or that failed.
  var findings: [FoundList?]

  /// Reads the reports. It costs memory, so that it must come after the last measurement.
  init(_ job: Job, _ outcomes: [Runner.Outcome]) throws {
    self.job = job
    self.outcomes = outcomes
    bytes = try job.bytes()
    findings = try outcomes.map {
      $0.failure == nil ? try $0.contestant.report?.read() : nil
    }
  }

  init(job: Job, outcomes: [Runner.Outcome], bytes: Int?, findings: [FoundList?]) {
    self.job = job
    self.outcomes = outcomes
    self.bytes = bytes
    self.findings = findings
  }

  /// For each outcome; none where nothing was planted or nothing read.
  var scores: [Score?] {
    findings.map { list in
      guard !job.planted.isEmpty, let list else { return nil }
      return Score(planted: job.planted, findings: list.findings)
    }
  }
}
