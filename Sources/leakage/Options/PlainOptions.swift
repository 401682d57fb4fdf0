internal import ArgumentParser
internal import Scanning

// The options of a scan as they are when none is given, made without ArgumentParser's reading of a
// command line. A property that is left out here cannot be read: every test of a scan would fail.

extension InputOptions {
  static var plain: InputOptions {
    var options = InputOptions()
    options.paths = []
    options.history = false
    options.staged = false
    options.range = nil
    options.includeIgnored = false
    options.verifyObjects = false
    options.noDelta = false
    options.wideWindows = false
    options.filesFrom = nil
    options.null = false
    return options
  }
}

extension AgeOptions {
  static var plain: AgeOptions {
    var options = AgeOptions()
    options.age = .full
    options.asOf = nil
    options.authors = nil
    options.isWithoutCache = false
    return options
  }
}

extension GateOptions {
  static var plain: GateOptions {
    var options = GateOptions()
    options.failOn = []
    options.maxAge = []
    options.baseline = nil
    options.minSeverity = .note
    options.minConfidence = .low
    options.incomplete = nil
    options.exitZero = false
    options.includeUnreachable = false
    return options
  }
}

extension SettingsOptions {
  static var plain: SettingsOptions {
    var options = SettingsOptions()
    options.config = nil
    options.configFrom = nil
    options.rules = []
    options.noInlineAllow = false
    return options
  }
}

extension ReportOptions {
  static var plain: ReportOptions {
    var options = ReportOptions()
    options.format = []
    options.output = nil
    options.sarifSplit = nil
    options.explain = nil
    options.groupBy = nil
    options.color = nil
    return options
  }
}

extension GeneralOptions {
  static var plain: GeneralOptions {
    var options = GeneralOptions()
    options.fingerprintKeyFile = nil
    options.jobs = nil
    return options
  }
}
