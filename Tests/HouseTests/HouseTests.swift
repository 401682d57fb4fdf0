import Foundation
import Testing

/// The rules of the house, held against the import lines: the compiler's own check skips targets
/// with generated sources, system libraries and Foundation.
@Suite struct HouseTests {
  /// The floors, lowest first. A target imports only lower floors.
  static let floors: [[String]] = [
    ["CPCRE2", "CLibYAML", "CLibArchive", "CLibDeflate", "CNettle", "CMalloc"],
    ["Findings", "Digests", "Deflate"],
    ["Patterns", "YAML", "Archives", "Git", "Logs", "Reporting"],
    ["Rules", "Pipelines", "Inputs", "Aging", "Lifetimes", "Migration"],
    ["Detection"],
    ["Scanning"],
    ["Catalogue", "EmbedRules"],
    ["leakage"],
  ]
  /// The one target that may import each C library.
  static let doors = [
    "CPCRE2": "Patterns", "CLibYAML": "YAML", "CLibArchive": "Archives", "CLibDeflate": "Deflate",
    "CNettle": "Digests", "CMalloc": "leakage",
  ]
  /// The targets that may import FoundationEssentials; nothing imports Foundation.
  static let foundation: Set = ["Reporting", "Lifetimes"]

  let package: Package
  let floor: [String: Int]

  init() throws {
    package = try Package.read()
    floor = Dictionary(
      uniqueKeysWithValues: Self.floors.enumerated().flatMap { level, names in
        names.map { ($0, level) }
      })
  }

  var modules: [Package.Target] {
    package.targets.filter { !["test", "plugin"].contains($0.kind) }
  }

  @Test func everyTargetHasAFloorAndEveryFloorATarget() {
    #expect(Set(modules.map(\.name)) == Set(floor.keys))
  }

  @Test func dependenciesPointDownwards() throws {
    for target in modules {
      for dependency in target.dependencies {
        let own = try #require(floor[target.name])
        let other = try #require(floor[dependency])
        #expect(other < own, "\(target.name) -> \(dependency)")
      }
    }
  }

  @Test func importsAreDeclared() {
    for target in modules {
      for file in target.files {
        for line in file.imports where floor[line.module] != nil {
          #expect(
            target.dependencies.contains(line.module),
            "\(file.path):\(line.line) imports \(line.module), which the manifest does not grant")
        }
      }
    }
  }

  @Test func eachLibraryHasOneDoor() {
    for target in modules {
      for file in target.files {
        for line in file.imports {
          guard let door = Self.doors[line.module] else { continue }
          #expect(target.name == door, "\(file.path):\(line.line) imports \(line.module)")
          #expect(
            !["public", "package"].contains(line.access),
            "\(file.path):\(line.line): types of a C library must not leave their door")
        }
      }
    }
  }

  @Test func foundationStaysOut() {
    for target in modules {
      for file in target.files {
        for line in file.imports where line.module.hasPrefix("Foundation") {
          #expect(
            line.module == "FoundationEssentials" && Self.foundation.contains(target.name),
            "\(file.path):\(line.line) imports \(line.module)")
        }
      }
    }
  }

  @Test func onlyTheCommandLineKnowsTheCatalogue() {
    for target in modules where target.dependencies.contains("Catalogue") {
      #expect(target.name == "leakage")
    }
  }

  @Test func onlyOneFileStartsThreads() {
    for target in modules where target.name != "EmbedRules" {
      for file in target.files where file.text.contains("pthread_create") {
        #expect(file.path == "Sources/Scanning/WorkerPool.swift", "\(file.path) starts a thread")
      }
    }
  }

  @Test func filesAreShort() {
    for target in modules {
      for file in target.files {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(lines <= 300 || file.text.contains("// Long because"), "\(file.path): \(lines)")
      }
    }
  }
}
