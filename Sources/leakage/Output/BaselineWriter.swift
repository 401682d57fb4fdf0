internal import Findings
internal import Reporting
internal import Scanning

/// Reads and writes baselines for the commands that make them.
enum BaselineWriter {
  /// The baseline of a file.
  static func read(_ name: String, key: [UInt8]?, checksKey: Bool = true) throws -> Baseline {
    let bytes = try SettingsSource.files.read(name)
    let baseline: Baseline
    do throws(BaselineFile.Problem) {
      baseline = try BaselineFile.read(bytes, file: name)
    } catch {
      throw Failure.usage("\(error)")
    }
    if checksKey { try baseline.check(key) }
    return baseline
  }

  /// Writes a baseline, and tells what changed. A scan that was not complete is told by exit 3.
  static func write(_ new: Baseline, over old: Baseline, _ report: Report) throws {
    do throws(OutputError) {
      try OutputFile.write(BaselineFile.text(of: new), to: Path(new.name))
    } catch {
      throw Failure.internalError("\(error)")
    }
    let (before, after) = (Set(old.entries), Set(new.entries))
    let text =
      "\(new.name): \(counted(new.entries.count)), \(after.subtracting(before).count) added, "
      + "\(before.subtracting(after).count) dropped\n"
    _ = Terminal.write(Array(text.utf8), to: 1)
    guard report.isIncomplete else { return }
    for notification in report.notifications where notification.isIncomplete {
      Terminal.printError("leakage: not scanned in full: \(notification.message)")
    }
    throw Exit.incomplete
  }

  /// `1 finding`, `12 findings`.
  static func counted(_ count: Int) -> String { count == 1 ? "1 finding" : "\(count) findings" }
}

extension Baseline {
  /// Holds the key of a baseline against the one that was given.
  func check(_ key: [UInt8]?) throws {
    guard case .key(let made) = scheme else { return }
    guard let key else {
      throw Failure.usage("\(name): was made with a private key; --fingerprint-key-file names it")
    }
    guard Baseline.name(ofKey: key) == made else {
      throw Failure.usage("\(name): was made with another private key")
    }
  }
}

extension Baseline.Scheme {
  /// How a new baseline is made: with the private key, or under a new salt.
  static func fresh(key: [UInt8]?) -> Baseline.Scheme {
    if let key { return .key(name: Baseline.name(ofKey: key)) }
    var random = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    return .salt(salt, iterations: Baseline.iterations)
  }
}
