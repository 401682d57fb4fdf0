// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that an install of leakage does not build it.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmark",
  products: [.executable(name: "benchmark", targets: ["benchmark"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "benchmark",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: house),
    .testTarget(name: "benchmarkTests", dependencies: ["benchmark"], swiftSettings: house),
  ]
)
