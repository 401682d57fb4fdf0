/// What a decoded view holds, by its distance from where the view begins; shared by all versions of a
/// text that hold it.
final class ViewProposals: Sendable {
  /// One proposal, and the part of the text that it stands for.
  enum Proposal: Sendable {
    /// A rule's match and its value.
    case match(Judged, value: [UInt8], DecodedView.Encoding, Range<Int>)
    case assignment(ProposedAssignment, DecodedView.Encoding, Range<Int>)
    /// A rule whose matcher reached a limit.
    case limit(rule: Int, at: Int)
  }

  let all: [Proposal]

  init(_ all: [Proposal]) { self.all = all }

  /// For most views.
  static let none = ViewProposals([])
}
