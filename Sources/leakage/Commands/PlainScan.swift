internal import ArgumentParser
internal import Findings
internal import Scanning

extension ScanCommand {
  /// The command of a plain command line: paths, and a few options of every day, each once and with its
  /// value as a word of its own. `nil` for any other, and for what is wrong.
  ///
  /// ArgumentParser looks at the options by reflection, for which the runtime searches the program for
  /// conformances: two thirds of the instructions of a scan of one file.
  init?(plain arguments: [String]) {
    var input = InputOptions.plain
    var ages = AgeOptions.plain
    var gate = GateOptions.plain
    var output = ReportOptions.plain
    var general = GeneralOptions.plain
    var paths: [String] = []
    var given: [String] = []
    var words = arguments.makeIterator()
    while let word = words.next() {
      guard word.utf8.first == UInt8(ascii: "-") else {
        paths.append(word)
        continue
      }
      if given.contains(word) { return nil }
      given.append(word)
      switch word {
      case "--history": input.history = true
      case "--staged": input.staged = true
      case "--no-cache": ages.isWithoutCache = true
      case "--exit-zero": gate.exitZero = true
      case "--age", "--as-of", "--format", "-f", "--output", "-o", "--jobs", "-j":
        guard let value = words.next(), !value.isEmpty, value.utf8.first != UInt8(ascii: "-") else {
          return nil
        }
        switch word {
        case "--age":
          guard let age = AgeScope(argument: value) else { return nil }
          ages.age = age
        case "--as-of":
          guard let moment = Timestamp(argument: value) else { return nil }
          ages.asOf = moment
        case "--format", "-f":
          guard let format = FormatRequest(argument: value) else { return nil }
          output.format.append(format)
        case "--jobs", "-j":
          guard general.jobs == nil, let jobs = Int(argument: value) else { return nil }
          general.jobs = jobs
        default:
          guard output.output == nil else { return nil }
          output.output = value
        }
      default: return nil
      }
    }
    input.paths = paths
    guard (try? input.validate()) != nil, (try? output.validate()) != nil,
      (try? general.validate()) != nil
    else { return nil }
    self.init()
    self.input = input
    self.ages = ages
    self.gate = gate
    settings = .plain
    self.output = output
    self.general = general
  }
}
