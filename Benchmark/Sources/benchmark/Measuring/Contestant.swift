/// A tool in a job, with the call that does the job.
struct Contestant {
  /// The tool, and which of its ways of working, such as `leakage, no ages`.
  var name: String
  var invocation: Invocation
  /// The exit codes that say that the job was done.
  var accepted: Set<Int32>
  /// Where its findings can be counted; none for a tool that looks for none.
  var report: FindingsReport?
}
