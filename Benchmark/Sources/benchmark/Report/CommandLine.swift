/// Shows an invocation as a line for a shell.
struct CommandLine {
  /// What stands for a long path, such as `$WORK` for the benchmark's own folder. Longer paths come
  /// first.
  var names: [(path: String, name: String)]

  func show(_ invocation: Invocation) -> String {
    let named = names.first { $0.path == invocation.program }?.name
    let program = named ?? invocation.program.split(separator: "/").last.map(String.init) ?? ""
    let words = ([program] + invocation.arguments).map(quoted)
    return "(cd \(quoted(invocation.folder)) && \(words.joined(separator: " ")) "
      + "> \(quoted(invocation.output)))"
  }

  private func quoted(_ word: String) -> String {
    let short =
      names.first { word == $0.path || word.hasPrefix($0.path + "/") }
      .map { $0.name + word.dropFirst($0.path.count) } ?? word
    let plain = short.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=$,:+@".contains($0))
    }
    return plain && !short.isEmpty ? short : "'" + short.replacing("'", with: "'\\''") + "'"
  }
}
