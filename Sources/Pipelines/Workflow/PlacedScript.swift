internal import Findings

/// A script of a pipeline file, as the walk through the file met it.
struct PlacedScript {
  let source: ScalarSource
  let language: ScriptLanguage
  let place: Place

  /// The script for checks: of a system whose store fills variables, so that their names tell.
  func read() -> Script {
    Script(source, language, place: words, trustsNames: true, hasSecrets: false)
  }

  /// Its step or job in words.
  var words: String {
    if let step = place.step { return "step \"\(step)\"" }
    return place.job.map { "job \"\($0)\"" } ?? place.keyPath ?? "the script"
  }
}
