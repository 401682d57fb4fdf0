internal import Findings

/// What an object is called. Names stand in the order of their digests, objects in another one: looking
/// one up costs about as much as reading a small object, and most are never asked for.
enum ObjectName: Sendable {
  /// A name that is known.
  case known(ObjectID)
  /// The name of an entry of a pack.
  case entry(PackNames, Int)

  /// The name.
  var id: ObjectID {
    switch self {
    case .known(let id): id
    case .entry(let names, let entry): names.pack.id(of: entry)
    }
  }

  /// The length of the name in bytes, without looking it up.
  var length: Int {
    switch self {
    case .known(let id): id.count
    case .entry: 20
    }
  }
}

/// The names of a pack, as one thread refers to them: threads that counted references to the pack itself
/// would wait for each other at every object.
final class PackNames: Sendable {
  let pack: Pack

  /// The names of a pack.
  init(_ pack: Pack) { self.pack = pack }
}
