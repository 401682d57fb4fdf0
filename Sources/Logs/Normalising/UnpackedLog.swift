internal import Findings

/// The messages of a log that packs its lines in JSON.
struct UnpackedLog {
  /// The messages, one behind the other, and the way back.
  var text = Text(bytes: [])
  /// Where the messages' times stand in the document, ascending.
  var stamps: [LogStamp] = []
}
