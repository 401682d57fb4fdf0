internal import Findings

/// Answers where in words a text offset is: job, step and time.
///
/// Timestamps are parsed only for the lines that are asked for.
struct LogPlaces: Sendable {
  /// A text offset from which on another step or another time holds.
  private struct Mark: Sendable {
    let offset: Int
    let job: String?
    let step: String?
    let time: Timestamp?
  }

  /// What is known from outside, such as from the name of an archive member. It wins over what the
  /// lines say about steps: a step's file knows best.
  private let base: Place
  private let raw: [UInt8]
  private let stamps: [LogStamp]
  private let clock: @Sendable (ArraySlice<UInt8>) -> Timestamp?
  private let map: OffsetMap
  private var marks: [Mark] = []
  private var open: [String?] = []

  /// The deepest nesting that is remembered; a log without closing lines drops its oldest.
  private static let depth = 64

  init(
    base: Place, raw: [UInt8], stamps: [LogStamp], map: OffsetMap,
    clock: @escaping @Sendable (ArraySlice<UInt8>) -> Timestamp?
  ) {
    self.base = base
    self.raw = raw
    self.stamps = stamps
    self.map = map
    self.clock = clock
  }

  /// Takes note of an event at a text offset, not below the one before.
  mutating func note(_ event: LogEvent, at offset: Int) {
    var time: Timestamp?
    var job = marks.last?.job
    switch event {
    case .step(let name):
      open = [name]
    case .job(let name):
      job = name
    case .time(let moment):
      time = moment
    case .enter(let name, let moment):
      if open.count == Self.depth { open.removeFirst() }
      open.append(name)
      time = moment
    case .leave(let name, let moment):
      if name == nil {
        _ = open.popLast()
      } else if let index = open.lastIndex(of: name) {
        open.removeSubrange(index...)
      }
      time = moment
    }
    let step = open.last { $0 != nil } ?? nil
    let last = marks.last
    guard step != last?.step || job != last?.job || time != nil && time != last?.time else {
      return
    }
    marks.append(Mark(offset: offset, job: job, step: step, time: time ?? last?.time))
  }

  /// The place of a text offset. O(log lines).
  func place(at offset: Int) -> Place {
    var place = base
    let mark = Self.last(in: marks) { $0.offset <= offset }
    if place.job == nil { place.job = mark?.job }
    if place.step == nil { place.step = mark?.step }
    place.time = stamp(at: offset) ?? mark?.time ?? base.time
    return place
  }

  /// Whether the line of a text offset was printed so many seconds after that of another one; false
  /// where the lines tell no time. O(log lines).
  func isLater(_ offset: Int, than other: Int, by seconds: Int64) -> Bool {
    guard let time = stamp(at: offset), let past = stamp(at: other) else { return false }
    return time.seconds - past.seconds > seconds
  }

  /// The time that stands before the line of a text offset.
  private func stamp(at offset: Int) -> Timestamp? {
    let rawOffset = map.raw(offset)
    let stamp = Self.last(in: stamps) { Int($0.line) <= rawOffset }
    return stamp.flatMap { clock(raw[Int($0.time)...].prefix(40)) }
  }

  /// The last element of those at the beginning that pass.
  private static func last<Element>(in elements: [Element], where passes: (Element) -> Bool)
    -> Element?
  {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if passes(elements[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : elements[low - 1]
  }
}
