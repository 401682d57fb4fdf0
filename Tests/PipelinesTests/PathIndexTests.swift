import Findings
import Synchronization
import Testing

@testable import Pipelines

@Suite struct PathIndexTests {
  /// The answer of all patterns, one after the other.
  private func expected(_ path: Path) -> String? {
    Dialect.all.first { $0.paths.contains { $0.matches(path) } }?.name
  }

  @Test func answersAsAllPatternsDo() {
    let folders = ["", "a/", ".github/workflows/", "x/.circleci/", "templates/", "group_vars/"]
    let names = [
      "ci.yml", "ci.yaml", "config.yml", ".gitlab-ci.yml", "build.gitlab-ci.yml", "action.yml",
      "docker-compose.yml", "docker-compose.prod.yaml", "compose.yaml", ".travis.yml",
      "azure-pipelines.yml", "values.yaml", "Jenkinsfile", "main.go", "README", "x", "", "*",
      "bitbucket-pipelines.yml", "buildspec.yml", "application-dev.yml", "secrets.yml", ".yml",
    ]
    var taken = 0
    for folder in folders {
      for name in names {
        let path = Path(folder + name)
        let found = PathIndex.all.dialect(of: path)?.name
        #expect(found == expected(path), "\(path)")
        if found != nil { taken += 1 }
      }
    }
    #expect(taken > 20)
  }

  @Test func aLazyValueIsMadeOnce() {
    final class Count: Sendable { let made = Atomic(0) }
    let count = Count()
    let lazy = Lazy { () -> Int in
      count.made.add(1, ordering: .relaxed)
      return 7
    }
    #expect(count.made.load(ordering: .relaxed) == 0)
    #expect(lazy.value == 7 && lazy.value == 7)
    #expect(count.made.load(ordering: .relaxed) == 1)
  }
}
