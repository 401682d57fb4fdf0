/// Takes the objects of a walk through packs, on one thread.
///
/// Each object comes once. A delta comes after its base and to the same visitor, with what the
/// visitor made of the base: a walk holds these *legacies* on its stack, about log2(objects) of them
/// at a time, and frees each one when the last delta on its object has been visited.
///
/// Nothing may depend on the order in which families of objects come, nor on which visitor gets
/// them.
public protocol PackVisitor {
  /// What an object leaves to those that are deltas on it; for a search, where its hits are.
  associatedtype Legacy: Sendable

  /// Takes an object.
  ///
  /// - Parameters:
  ///   - object: the object; `object.delta` says how it comes from its base.
  ///   - legacy: what this method returned for that base; `nil` exactly if `object.delta` is.
  /// - Returns: what the deltas on this object are given.
  mutating func visit(_ object: PackedObject, legacy: Legacy?) -> Legacy
}
