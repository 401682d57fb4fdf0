import Foundation

/// A file in which a tool wrote its findings, by the form it has.
enum FindingsReport {
  /// `leakage scan --format json`.
  case leakage(file: String)
  /// `kingfisher scan --format json`.
  case kingfisher(file: String)
  /// `detect-secrets scan`.
  case detectSecrets(file: String)
  /// `credsweeper --save-json`.
  case credsweeper(file: String)
  /// `rg --null --line-number --only-matching`.
  case ripgrep(file: String)

  /// Reads the file.
  func read() throws -> FoundList {
    switch self {
    case .leakage(let file): try LeakageReport.read(Self.bytes(file))
    case .kingfisher(let file): try KingfisherReport.read(Self.bytes(file))
    case .detectSecrets(let file): try DetectSecretsReport.read(Self.bytes(file))
    case .credsweeper(let file): try CredSweeperReport.read(Self.bytes(file))
    case .ripgrep(let file): RipgrepReport.read(try Self.bytes(file))
    }
  }

  private static func bytes(_ file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: file))
  }
}
