extension ReportFormat {
  /// Every format. A new one is its own file (or folder) and one line here.
  public static let all: [ReportFormat] = [
    TextReport.format,
    JSONReport.format,
    JSONLinesReport.format,
    SARIFReport.format,
    HTMLReport.format,
    GitLabReport.format,
    JUnitReport.format,
    CSVReport.format,
  ]

  /// The format of a name; `nil` if there is none.
  public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}
