import Testing

@testable import benchmark

@Suite struct LogFileTests {
  static let files = (0..<24).map { LogFile.make($0, seed: 5, unit: 4000) }

  @Test func aSeedGivesTheSameBytes() {
    for index in 0..<4 {
      let (one, two, other) = (
        LogFile.make(index, seed: 5, unit: 4000), LogFile.make(index, seed: 5, unit: 4000),
        LogFile.make(index, seed: 6, unit: 4000)
      )
      #expect(one.members.map(\.text) == two.members.map(\.text))
      #expect(one.secrets == two.secrets)
      #expect(one.members.map(\.text) != other.members.map(\.text))
    }
  }

  @Test func everyKindAndShapeIsPlanted() {
    let secrets = (0..<160).flatMap { LogFile.make($0, seed: 5, unit: 4000).secrets }
    #expect(Set(secrets.map(\.kind)) == Set(SecretKind.all.map(\.name)))
    #expect(Set(secrets.map(\.shape)) == Set(PlantedSecret.Shape.allCases))
  }

  /// Each place holds a line of its kind: the text before the secret stands there.
  @Test func secretsStandWhereTheTruthSays() throws {
    for file in Self.files {
      for secret in file.secrets {
        let kind = try #require(SecretKind.all.first { $0.name == secret.kind })
        let openings = kind.lines.map { $0.prefix { $0 != "%" } }
        for place in secret.places {
          let member = try #require(file.members.first { $0.path == place.member ?? "" })
          let lines = member.text.split(separator: 10, omittingEmptySubsequences: false)
          try #require(lines.indices.contains(place.lines.upperBound - 1))
          let line = String(decoding: lines[place.lines.lowerBound - 1], as: UTF8.self)
          #expect(openings.contains { line.contains($0) }, "\(file.path): \(place.lines)")
          #expect(place.lines.count == (secret.shape == .continued ? 2 : 1))
        }
      }
    }
  }

  @Test func gitHubHoldsEachLineTwice() throws {
    let file = try #require(Self.files.first { $0.container == .zip && !$0.secrets.isEmpty })
    let job = try #require(file.members.first)
    #expect(file.members.dropFirst().flatMap(\.text) == job.text)
    #expect(file.secrets.allSatisfy { $0.places.count == 2 })
  }

  @Test func framesAreThoseOfTheSystems() throws {
    for file in Self.files {
      let text = String(decoding: try #require(file.members.first).text.prefix(400), as: UTF8.self)
      let line = try #require(text.split(separator: "\n").dropFirst().first)
      switch file.container {
      case .zip: #expect(line.firstMatch(of: #/^2025-..-..T..:..:..\.\d{7}Z /#) != nil)
      case .gzip: #expect(line.firstMatch(of: #/^\[2025-..-..T..:..:..\.\d{3}Z\] /#) != nil)
      case .plain: #expect(text.contains("Running with gitlab-runner"))
      }
    }
  }
}
