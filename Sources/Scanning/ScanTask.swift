internal import Findings
internal import Inputs

/// A piece of work that any thread can do.
enum ScanTask: Sendable {
  /// Something to open.
  case unit(InputUnit)
  /// A document that whoever opened its unit has handed on.
  case document(Document)
  /// A share of something that another thread does and waits for.
  case share(@Sendable () -> Void)

  /// How many bytes the task holds in memory while it waits.
  var heldBytes: Int {
    switch self {
    case .unit(let unit): unit.heldBytes
    case .document(let document): document.bytes.count
    case .share: 0
    }
  }
}
