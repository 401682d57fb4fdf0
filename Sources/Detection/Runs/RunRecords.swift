/// What stands in and around the opaque stretches of a text.
struct RunRecords: Sendable {
  /// A provider's name and a value of its shape.
  struct Named: Sendable {
    /// Where the provider's word begins.
    let place: Int
    let match: ProviderMatch
    /// All that this depends on.
    let window: Range<Int>

    /// The same in a text where its window stands elsewhere.
    func moved(by shift: Int) -> Named {
      Named(
        place: place + shift, match: match.moved(by: shift), window: window.moved(by: shift))
    }
  }

  /// Text in an encoding.
  struct Encoded: Sendable {
    let place: Int
    /// Just behind the last digit.
    let end: Int
    /// All that this depends on.
    let window: Range<Int>
    /// What it holds, by the distance from its place.
    let proposals: ViewProposals

    /// The same in a text where its window stands elsewhere.
    func moved(by shift: Int) -> Encoded {
      Encoded(
        place: place + shift, end: end + shift, window: window.moved(by: shift),
        proposals: proposals)
    }
  }

  /// In order, one for each place.
  var named: [Named] = []
  /// In order.
  var encoded: [Encoded] = []
}

extension [RunRecords.Named] {
  /// Those that were copied with all that they depend on, in the order of a text of `count` bytes.
  func inherited(through change: TextChange, count: Int) -> [RunRecords.Named] {
    if isEmpty { return [] }
    var inherited: [RunRecords.Named] = []
    for copy in change.copies {
      var index = firstIndex(at: copy.base.lowerBound) { $0.place }
      while index < self.count, self[index].place < copy.base.upperBound {
        if change.holds(self[index].window, in: copy, count: count) {
          inherited.append(self[index].moved(by: copy.shift))
        }
        index += 1
      }
    }
    return inherited
  }
}
