extension Dialect {
  /// Drone pipelines, and the encrypted secrets that stand beside them.
  ///
  /// Source: docs.drone.io, "Pipeline" and "Encrypted secrets".
  static let drone = Dialect(
    "Drone", paths: [".drone.yml", ".drone.yaml"],
    marks: [["kind=pipeline", "kind=secret"], ["steps[].image", "type", "data"]],
    sites: .encrypted("data")
      // A signature of the file is no secret.
      + .references("get.**", "hmac")
      + .shell("steps[].commands[]", "steps[].entrypoint.**", "services[].commands[]"),
    jobs: Naming("", by: ["name"]), steps: Naming("steps[]", by: ["name", "image"]), names: .any)
}
