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

  /// What it is, in words. Names of steps and jobs are written by people and may hold a secret; the
  /// place of a finding tells them without it.
  var words: String {
    place.step != nil ? "the step" : place.job != nil ? "the job" : "the script"
  }
}
