internal import Findings

/// What a log line says about the steps of its job.
enum LogEvent {
  /// Another step begins, and whatever was open ends.
  case step(String)
  /// A section begins inside the open ones; `nil` if it has no name.
  case enter(String?, Timestamp?)
  /// The innermost section of that name ends; with `nil` the innermost one.
  case leave(String?, Timestamp?)
  /// What follows belongs to a job.
  case job(String)
  /// What follows was written at this moment or later.
  case time(Timestamp)
}
