import Findings

extension Finding {
  /// How many values of an environment dump are in clear and how many the CI system masked, from
  /// the facts `clear` and `masked` where the detector gives them; `nil` for any other finding.
  var dumpWords: String? {
    guard !members.isEmpty else { return nil }
    func number(_ name: String) -> Int? {
      evidence.facts.first { $0.name == name }.flatMap { Int($0.value) }
    }
    let clear = Numbers.count(number("clear") ?? members.count, "value") + " in clear"
    return clear + (number("masked").map { ", \(Numbers.grouped($0)) masked" } ?? "")
  }

  /// What the value tells about itself, without what ``dumpWords`` says.
  var otherFacts: [Evidence.Fact] {
    evidence.facts.filter { members.isEmpty || ($0.name != "clear" && $0.name != "masked") }
  }
}
