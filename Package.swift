// swift-tools-version: 6.2
import PackageDescription

// The house, floor by floor. A target imports only lower floors; `Tests/HouseTests` holds the
// import lines against this graph. Each C library has one door: one target that imports it.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the house.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], link: [String] = [])
  -> Target
{
  .target(
    name: name, dependencies: dependencies, swiftSettings: house,
    // The archives are named, so that the linker takes `libx.a`: start-up time is decided here.
    linkerSettings: link.map { .linkedLibrary(":lib\($0).a") })
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: house)
}

let package = Package(
  name: "leakage",
  products: [.executable(name: "leakage", targets: ["leakage"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries: a module map and a shim, nothing else.
    .systemLibrary(name: "CPCRE2"),
    .systemLibrary(name: "CLibYAML"),
    .systemLibrary(name: "CLibArchive"),
    .systemLibrary(name: "CLibDeflate"),
    .systemLibrary(name: "CNettle"),
    // What Glibc's module leaves out of the C library.
    .systemLibrary(name: "CMalloc"),

    // Floor 1: the vocabulary, the digests, and deflate.
    module("Findings"),
    // libnettle.a is named by Archives, or by a tool without them: a library is named once, and
    // libarchive needs it behind.
    module("Digests", ["CNettle"]),
    module("Deflate", ["CLibDeflate"], link: ["deflate"]),

    // Floor 2: one subject each, most of them the door to a library or a tool.
    module("Patterns", ["CPCRE2"], link: ["pcre2-8"]),
    module("YAML", ["CLibYAML"], link: ["yaml"]),
    module(
      "Archives", ["CLibArchive", "Deflate"],
      link: ["archive", "z", "bz2", "lzma", "zstd", "nettle"]),
    module("Git", ["Deflate", "Digests", "Findings"]),
    module("Logs", ["Findings"]),
    module("Reporting", ["Findings", "Digests"]),

    // Floor 3: what the product knows.
    module("Rules", ["Findings", "Digests", "Patterns", "YAML"]),
    module("Pipelines", ["Findings", "Logs", "YAML"]),
    module("Inputs", ["Findings", "Archives", "Git"]),
    module("Aging", ["Findings", "Git", "Patterns"]),
    module("Lifetimes", ["Findings"]),
    module("Migration", ["YAML"]),

    // Floor 4: propose and strike out.
    module("Detection", ["Findings", "Logs", "Patterns", "Rules"]),

    // Floor 5: the flow.
    module(
      "Scanning",
      [
        "Findings", "Digests", "Git", "Logs", "Rules", "Pipelines", "Inputs", "Aging",
        "Lifetimes", "Detection", "Patterns",
      ]),

    // Floor 6: the embedded rules, made by the plugin from rules/*.yml.
    .target(
      name: "Catalogue", dependencies: ["Findings", "Patterns", "Rules"], swiftSettings: house,
      plugins: ["EmbedRulesPlugin"]),
    .executableTarget(
      name: "EmbedRules", dependencies: ["Detection", "Findings", "Patterns", "Rules"],
      swiftSettings: house,
      linkerSettings: [.linkedLibrary(":libnettle.a")]),
    .plugin(name: "EmbedRulesPlugin", capability: .buildTool(), dependencies: ["EmbedRules"]),

    // Floor 7: the command line.
    .executableTarget(
      name: "leakage",
      dependencies: [
        "CMalloc", "Catalogue", "Detection", "Digests", "Findings", "Git", "Inputs", "Migration",
        "Patterns", "Reporting", "Rules", "Scanning", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    tests("Findings"),
    tests("Digests"),
    tests("Patterns"),
    tests("YAML"),
    tests("Archives"),
    tests("Git"),
    tests("Logs", ["Findings"]),
    tests("Reporting", ["Findings"]),
    tests("Rules", ["Findings", "Patterns"]),
    tests("Pipelines", ["Findings"]),
    tests("Inputs", ["Findings", "Git"]),
    tests("Aging", ["Findings", "Git", "Patterns"]),
    tests("Lifetimes", ["Findings"]),
    tests("Migration"),
    tests("Detection", ["Findings", "Logs", "Patterns", "Rules", "YAML"]),
    tests("Scanning", ["Detection", "Findings", "Inputs", "Logs", "Pipelines", "Rules"]),
    tests("Catalogue", ["Detection", "Findings", "Patterns", "Rules"]),
    tests("leakage", ["Rules"]),
    .testTarget(name: "HouseTests", swiftSettings: house),
  ]
)
