extension Dialect {
  /// Prometheus and its Alertmanager.
  ///
  /// Source: prometheus.io/docs, "Configuration".
  static let prometheus = Dialect(
    "Prometheus",
    paths: ["alertmanager.yml", "alertmanager.yaml", "prometheus.yml", "prometheus.yaml"],
    marks: [
      ["receivers[].name", "scrape_configs[].job_name"],
      [
        "route.receiver", "global.scrape_interval", "scrape_configs[].static_configs",
        "global.smtp_smarthost", "global.slack_api_url",
      ],
    ],
    jobs: Naming("scrape_configs[]", or: ["receivers[]"], by: ["job_name", "name"]))
}
