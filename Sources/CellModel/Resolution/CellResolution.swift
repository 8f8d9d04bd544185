import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Resolution {
  mutating func resolve(
    _ placed: Placed<Cell>, in environment: Placed<EnvironmentScope>,
    shared: [Placed<CellElement>], release: Placed<Release>?
  ) -> ResolvedCell {
    let cell = placed.value
    let layers = CellLayers(layers: [
      .init("this shape", cell.shape.elements),
      .init("EachCell of \(environment.value.environment)", shared),
      .init(cell.name, cell.overrides),
    ])
    for layer in layers.layers { reportDuplicates(in: layer) }
    let strongestRelease = layers.all(\.releases).last ?? release
    return ResolvedCell(
      scope: CellScope(environment: environment.value, cell: cell.name, region: cell.region),
      role: Placed(cell.role, at: placed.location),
      network: network(of: placed, layers),
      cluster: cluster(of: placed, layers),
      firewall: layers.all(\.firewalls).last ?? Placed(WAF(), at: placed.location),
      observability: observability(of: layers, in: placed),
      release: tag(strongestRelease, in: environment),
      databases: databases(of: layers),
      extensions: layers.all(\.extensions), location: placed.location)
  }

  private mutating func reportDuplicates(in layer: CellLayers.Layer) {
    reportDuplicates(
      of: layer.networks.map { (ElementName(only: "VPC"), $0.location) }
        + layer.clusters.map { (ElementName(only: "EKS"), $0.location) }
        + layer.firewalls.map { (ElementName(only: "WAF"), $0.location) }
        + layer.observabilities.map { (ElementName(only: "Observability"), $0.location) }
        + layer.releases.map { (ElementName(only: "Release"), $0.location) }
        + layer.databases.map {
          (ElementName("CellDatabase", of: swiftName(of: $0.value.database.name)), $0.location)
        },
      in: layer.name)
  }

  /// The images' tag, which must name one image for ever.
  private mutating func tag(
    _ release: Placed<Release>?, in environment: Placed<EnvironmentScope>
  ) -> Placed<String> {
    guard let release else {
      report(
        "incomplete", at: environment.location,
        "\(environment.value.environment) has no release for cells without one of their own",
        fix: .write(
          "Release(\"1.0.0\")", in: environment.location, called: environment.value.environment))
      return Placed("unknown", at: environment.location)
    }
    let version = release.value.version
    let isTag = version.wholeMatch(of: patterns.imageTag) != nil
    if !isTag {
      report(
        "invalid-value", at: release.location, "\"\(version)\" can't be an image's tag",
        fix: "write letters, digits, `.`, `_` and `-`, at most 128, such as `Release(\"1.0.0\")`")
    } else if version == "latest" {
      report(
        "invalid-value", at: release.location,
        "the tag \"latest\" means another image after every build",
        fix: "write the version of one build, such as `Release(\"1.0.0\")`")
    }
    return Placed(version, at: release.location)
  }

  private mutating func observability(
    of layers: CellLayers, in cell: Placed<Cell>
  ) -> ResolvedObservability {
    let elements = layers.all(\.observabilities)
    let logRetention =
      elements.strongest(\.logRetention) ?? Placed(.days(30), at: cell.location)
    // Where nobody says it, debug lines go after a week, or with the others where these go earlier.
    let isShort = [1, 3, 5].contains(logRetention.value.wholeDays)
    let debugRetention = Placed(isShort ? logRetention.value : .days(7), at: cell.location)
    return ResolvedObservability(
      logRetention: logRetention,
      debugRetention: elements.strongest(\.debugRetention) ?? debugRetention,
      archiveAfter: elements.strongest(\.archiveAfter) ?? Placed(.days(90), at: cell.location),
      logLevel: logLevel(of: elements, in: cell),
      debugSampling: sampling(of: elements, in: cell))
  }

  /// What an alarm counts has to be written.
  private mutating func logLevel(
    of elements: [Placed<Observability>], in cell: Placed<Cell>
  ) -> Placed<LogLevel> {
    guard let said = elements.strongest(\.logLevel) else { return Placed(.info, at: cell.location) }
    if said.value != .critical { return said }
    report(
      "invalid-value", at: said.location,
      "services that write \(said.value.rawValue) alone hide lines of \(LogLevel.error.rawValue), which "
        + "an alarm counts",
      fix: .write("logLevel: .error", at: said.location))
    return Placed(.error, at: said.location)
  }

  /// A tenth of the lines, where nobody says it.
  private mutating func sampling(
    of elements: [Placed<Observability>], in cell: Placed<Cell>
  ) -> Placed<Percentage> {
    let standard = Placed(Percentage.percent(10), at: cell.location)
    guard let said = elements.strongest(\.debugSampling) else { return standard }
    if (1...100).contains(said.value.percent) { return said }
    report(
      "invalid-value", at: said.location,
      "\(said.value) of the debug lines can't be written"
        + (said.value.percent == 0 ? "; `logLevel: .info`, as it is by default, writes none" : ""),
      fix: .write("debugSampling: .percent(10)", at: said.location))
    return standard
  }

  private mutating func databases(of layers: CellLayers) -> [Placed<ResolvedDatabase>] {
    var strongest: [Database: Placed<CellDatabase>] = [:]
    for element in layers.all(\.databases) { strongest[element.value.database] = element }
    let ordered = strongest.values.sorted { $0.value.database.name < $1.value.database.name }
    return ordered.map { element in
      element.map { database in
        ResolvedDatabase(
          database: database.database,
          version: version(of: database.engine, at: element.location),
          instance: database.instance, instanceCount: database.instances,
          capacity: database.capacity ?? .standard, backupRetention: database.backupRetention,
          windows: windows(
            database.backupWindow, database.maintenanceWindow, at: element.location))
      }
    }
  }
}

extension ServerlessCapacity {
  /// From the least that keeps Performance Insights running to the memory of two `db.r6g.large`.
  static let standard = ServerlessCapacity.units(0.5, to: 16)
}
