import Glibc

/// Python with the `jsonschema` package, which validates what this suite writes. Where it is missing,
/// tests that need it are shown as skipped.
enum Python {
  static let isAvailable = unsafe system("python3 -c 'import jsonschema' >/dev/null 2>&1") == 0

  /// Runs a script that reads the bytes on its standard input; whether it ended well. What it
  /// complains about goes to the standard error.
  static func run(_ script: String, _ argument: String, input: [UInt8]) -> Bool {
    // Single quotes would end the shell's word, so the scripts have none.
    guard !script.contains("'"), !argument.contains("'") else { return false }
    guard let pipe = unsafe popen("python3 -c '\(script)' '\(argument)'", "w") else { return false }
    let written = unsafe fwrite(input, 1, input.count, pipe)
    return unsafe pclose(pipe) == 0 && written == input.count
  }
}
