extension LogFormat {
  /// The output of a CircleCI action: an array of `{"message":"…","time":"…","type":"out"}`, whose
  /// messages may end in the middle of a line.
  public static let circleCI = packed(
    "circleci",
    MessageUnpacker.Packing(
      key: "\"message\":", time: "\"time\":", others: ["message", "time", "type", "truncated"])
  ) { sample in
    sample.begins(with: "[{") && sample.contains("\"message\":")
      && (sample.contains("\"type\":\"out\"") || sample.contains("\"type\":\"err\""))
  }

  /// The log of a Drone step: an array or lines of `{"pos":0,"out":"…","time":1}`. Times are seconds
  /// since the step began. Source: drone, `core/logs.go`.
  public static let drone = packed(
    "drone",
    MessageUnpacker.Packing(key: "\"out\":", others: ["pos", "out", "time", "proc"])
  ) { sample in
    sample.begins(with: "{\"", "[{\"") && sample.contains("\"pos\":")
      && sample.contains("\"out\":\"")
  }

  /// The log of a Woodpecker step: records whose `data` is the line in base64.
  public static let woodpecker = packed(
    "woodpecker",
    MessageUnpacker.Packing(
      key: "\"data\":", others: ["id", "step_id", "time", "line", "data", "type"], isBase64: true,
      isLine: true)
  ) { sample in
    sample.begins(with: "{\"", "[{\"") && sample.contains("\"step_id\":")
      && sample.contains("\"data\":\"")
  }

  /// Container logs as Docker keeps them: lines of `{"log":"…\n","stream":"stdout","time":"…"}`,
  /// split at 16 KiB.
  public static let docker = packed(
    "docker",
    MessageUnpacker.Packing(key: "\"log\":", time: "\"time\":", others: ["log", "stream", "time"])
  ) { sample in
    sample.begins(with: "{\"log\":\"") && sample.contains("\"stream\":\"std")
  }

  private static func packed(
    _ name: String, _ packing: MessageUnpacker.Packing,
    recognises: @escaping @Sendable (LogSample) -> Bool
  ) -> LogFormat {
    LogFormat(
      name: name, recognises: { $0.beginsAsJSON && recognises($0) },
      unpack: { MessageUnpacker.unpack($0, packing) })
  }
}
