/// The table: every row and figure of the overview, in its order, and what it leaves open.
enum Coverage {
  static let chapters: [CoverageChapter] = [
    .introduction, .architecture, .network, .infrastructure, .microservices, .dataFlow,
    .apiReference, .deployment, .security, .protection, .audit, .dashboards, .alarms, .cost,
    .clusterParts, .dataParts, .watchParts, .sharedParts,
  ]

  static let rows = chapters.flatMap(\.rows)
}
