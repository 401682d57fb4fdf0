/// What `docker inspect` is asked to print: all of a container, its environment too, or parts of it.
///
/// Source: docs.docker.com, "docker inspect", `--format`: a template, or `json` for all.
struct InspectFormat {
  private var format: String?

  /// The format among the words of a command.
  init(_ words: [String]) {
    for (index, word) in words.enumerated() {
      if ["-f", "--format"].contains(word), index + 1 < words.count { format = words[index + 1] }
      if word.hasPrefix("--format=") { format = String(word.dropFirst(9)) }
      if word.hasPrefix("-f=") { format = String(word.dropFirst(3)) }
    }
  }

  /// Whether the environment is among what it prints.
  var isShowing: Bool {
    guard let format else { return true }
    let paths = format.utf8.split { !$0.isWord && $0 != UInt8(ascii: ".") }
      .filter { $0.first == UInt8(ascii: ".") }.map { String(Substring($0)) }
    return paths.isEmpty
      || paths.contains { $0 == "." || $0 == ".Config" || $0.hasSuffix(".Env") }
  }
}
