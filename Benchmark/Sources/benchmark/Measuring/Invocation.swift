/// One call of a program: what is run, where, and where its standard output goes.
struct Invocation: Equatable {
  /// The absolute path of the program.
  var program: String
  var arguments: [String]
  /// The folder it runs in.
  var folder: String
  /// The file that takes its standard output.
  var output = "/dev/null"
}
