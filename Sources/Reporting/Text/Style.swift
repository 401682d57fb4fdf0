import Findings

/// How a piece of text stands out where colours are on; it says the same without them.
enum Style {
  case plain
  case heading
  case strong
  case faint
  case severity(Severity)

  /// The text in this style.
  func paint(_ text: String, color: Bool) -> String {
    guard color, let code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private var code: String? {
    switch self {
    case .plain: nil
    case .heading: "1;4"
    case .strong: "1"
    case .faint: "2"
    case .severity(.error): "1;31"
    case .severity(.warning): "33"
    case .severity(.note): "36"
    }
  }
}
