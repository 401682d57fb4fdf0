internal import Findings

/// What a check says about a candidate.
enum Verdict {
  /// Nothing speaks against it.
  case pass
  /// It is struck out, and why, in words that hold no secret.
  case strike(Strike, String)
}
