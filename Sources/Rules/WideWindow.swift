extension Rule {
  /// The same rule with a window that reaches sixteen times as far along its lines: what it finds is
  /// what the rule finds, if the rule's own window is long enough. For a comparison.
  ///
  /// A rule whose keyword stands beside the match, or that reads rows, is returned as it is: there
  /// the window says how near is near.
  public var withWideWindow: Rule {
    guard detector == .pattern, rows == nil, keywords.allSatisfy({ $0.anchor == .match }) else {
      return self
    }
    return Rule(
      descriptor: descriptor, provider: provider, detector: detector, keywords: keywords,
      naming: naming, pattern: pattern,
      window: Window(before: window.before * 16, after: window.after * 16, lines: window.lines),
      rows: rows, entropy: entropy, checksum: checksum, expiry: expiry, publicPrefix: publicPrefix,
      lifetimeFact: lifetimeFact, specificity: specificity, examples: self.examples,
      counterexamples: self.counterexamples)
  }
}
