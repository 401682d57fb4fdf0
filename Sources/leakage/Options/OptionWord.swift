internal import ArgumentParser

/// An option whose values are words: the raw values of an enumeration.
///
/// ArgumentParser lists the words of an enumeration by key paths and generic collections, for whose
/// conformances the runtime searches the whole program, anew for each enumeration. Said plainly,
/// nothing is searched. A default value is searched for, too: an option that every scan has is rather
/// optional.
protocol OptionWord: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension OptionWord {
  public init?(argument: String) { self.init(rawValue: argument) }

  public var defaultValueDescription: String { rawValue }

  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  /// None: the help of an option says what its words mean.
  public static var allValueDescriptions: [String: String] { [:] }
}
