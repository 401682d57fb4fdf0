/// How a CI system frames the lines of a job.
enum LogStyle: CaseIterable {
  /// A time of seven digits before each line; steps are groups.
  case gitHub
  /// Sections between escape codes, and no time.
  case gitLabTrace
  /// A time, a stream and a mark before each record, which the next one may continue.
  case gitLabRecords
  /// A time in brackets.
  case jenkins

  /// The line as the log holds it, without its end.
  func framed(_ text: String, at clock: LogClock) -> String {
    switch self {
    case .gitHub: "\(clock.stamp(digits: 6))0Z \(text)"
    case .gitLabTrace: text
    case .gitLabRecords: "\(clock.stamp(digits: 6))Z 01O \(text)"
    case .jenkins: "[\(clock.stamp(digits: 3))Z] \(text)"
    }
  }

  /// The record that continues the one before it, where the style has such.
  func continued(_ text: String, at clock: LogClock) -> String? {
    self == .gitLabRecords ? "\(clock.stamp(digits: 6))Z 01O+\(text)" : nil
  }

  /// What the runner prints before the job's own lines.
  var opening: [String] {
    switch self {
    case .gitHub:
      [
        "Current runner version: '2.320.0'", "##[group]GITHUB_TOKEN Permissions",
        "Contents: read", "##[endgroup]", "Secret source: Actions",
      ]
    case .gitLabTrace, .gitLabRecords:
      ["\u{1b}[0KRunning with gitlab-runner 17.4.0 (b92ee590)\u{1b}[0;m"]
    case .jenkins: ["Started by user admin", "[Pipeline] Start of Pipeline", "[Pipeline] node"]
    }
  }

  /// What begins a step of this name.
  func step(_ name: String) -> [String] {
    switch self {
    case .gitHub:
      [
        "##[group]Run make \(name)", "\u{1b}[36;1mmake \(name)\u{1b}[0m",
        "shell: /usr/bin/bash -e {0}", "env:", "  CI: true", "  DEPLOY_TOKEN: ***", "##[endgroup]",
      ]
    case .gitLabTrace, .gitLabRecords:
      [
        "section_start:1714557600:step_\(name)\r\u{1b}[0K\u{1b}[36;1mRun \(name)\u{1b}[0;m",
        "\u{1b}[32;1m$ make \(name)\u{1b}[0;m",
      ]
    case .jenkins: ["[Pipeline] { (\(name))", "[Pipeline] sh", "+ make \(name)"]
    }
  }
}
