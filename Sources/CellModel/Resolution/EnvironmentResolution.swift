import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Resolution {
  mutating func resolve(_ environment: Environment) -> ResolvedEnvironment {
    let parts = EnvironmentParts(environment.elements)
    let scope = EnvironmentScope(
      environment: environment.name, account: account(of: environment))
    let domain = read(at: environment.location, writing: { "domain: \($0)" }) {
      () throws(InvalidValue) in
      try DomainName(parsing: environment.domain)
    }
    let release = single(parts.releases, "Release", in: environment.name)
    let routing = single(parts.routings, "Routing", in: environment.name)
    reportDuplicates(
      of: parts.databases.map {
        (ElementName("GlobalDatabase", of: swiftName(of: $0.value.database.name)), $0.location)
      }
        + parts.tables.map {
          (ElementName("GlobalTable", of: swiftName(of: $0.value.table.name)), $0.location)
        },
      in: environment.name)
    let cells = parts.cells.map { cell in
      resolve(
        cell, in: Placed(scope, at: environment.location), shared: parts.eachCell,
        release: release)
    }
    return ResolvedEnvironment(
      scope: scope, domain: domain ?? StandIn.domain, home: environment.home,
      owner: owner(of: environment),
      dataProtection: environment.dataProtection, peering: environment.peering,
      zone: zone(of: environment, parts, domain: domain),
      routing: routing.map { $0.map(\.policy) } ?? Placed(.failover, at: environment.location),
      onCall: onCall(of: environment, parts),
      accessEntries: resolve(parts.accessEntries),
      repository: repository(of: environment, parts.repositories),
      databases: firstOfEach(name: \.database.name, resolve(parts.databases)),
      tables: firstOfEach(name: \.name, parts.tables.map { $0.map(\.table) }),
      cells: cells.sorted { ($0.name, $0.location) < ($1.name, $1.location) },
      extensions: parts.extensions, location: environment.location)
  }

  private mutating func account(of environment: Environment) -> AccountID {
    if let account = AccountID(environment.account) { return account }
    report(
      "invalid-value", at: environment.location,
      "\(environment.name) has the account \"\(environment.account)\"; "
        + "an AWS account is twelve digits",
      fix: "write the digits of yours, as in `account: \"123456789012\"`")
    return StandIn.account
  }

  private mutating func owner(of environment: Environment) -> String {
    let owner = environment.owner
    if owner.wholeMatch(of: patterns.tagValue) == nil {
      report(
        "invalid-value", at: environment.location,
        "the owner \"\(owner)\" of \(environment.name) can't be the value of a tag",
        fix: "write letters, digits, spaces and _.:/=+-@, at most 256, "
          + "such as `owner: \"platform\"`")
    }
    return owner
  }

  private mutating func onCall(
    of environment: Environment, _ parts: EnvironmentParts
  ) -> [Placed<OnCall.Endpoint>] {
    if parts.onCalls.isEmpty {
      report(
        "incomplete", at: environment.location,
        "nobody is told of the alarms of \(environment.name)",
        fix: "write `OnCall(.email(\"…\"))` in it, with an address that somebody reads")
    }
    for element in parts.onCalls {
      guard let problem = problem(with: element.value.endpoint) else { continue }
      report("invalid-value", at: element.location, problem.message, fix: problem.fix)
    }
    return parts.onCalls.map { $0.map(\.endpoint) }
  }

  /// By role; an entry whose role can't be read is left out.
  private mutating func resolve(
    _ entries: [Placed<AccessEntry>]
  ) -> [Placed<ResolvedAccessEntry>] {
    let resolved = entries.compactMap { entry -> Placed<ResolvedAccessEntry>? in
      let role = read(at: entry.location, writing: { "role: \($0)" }) {
        () throws(InvalidValue) in
        try RoleARN(parsing: entry.value.role)
      }
      return role.map { role in
        entry.map { ResolvedAccessEntry(policy: $0.policy, role: role) }
      }
    }
    return resolved.sorted { ($0.value.role, $0.location) < ($1.value.role, $1.location) }
  }

  private mutating func zone(
    of environment: Environment, _ parts: EnvironmentParts, domain: DomainName?
  ) -> Placed<ResolvedZone> {
    guard let element = single(parts.zones, "HostedZone", in: environment.name) else {
      report(
        "incomplete", at: environment.location, "\(environment.name) has no hosted zone",
        fix: domain.map {
          .write(
            "HostedZone(.created(\(swiftLiteral($0.likelyZone))))", in: environment.location,
            called: environment.name)
        } ?? "write `HostedZone(.created(…))` in it, with the domain's zone")
      return Placed(
        ResolvedZone(name: domain ?? StandIn.domain, isCreated: true), at: environment.location)
    }
    let (text, isCreated) =
      switch element.value.origin {
      case .created(let name): (name, true)
      case .existing(let name): (name, false)
      }
    func code(_ literal: String) -> String {
      "HostedZone(.\(isCreated ? "created" : "existing")(\(literal)))"
    }
    let name = read(at: element.location, writing: code) { () throws(InvalidValue) in
      try DomainName(parsing: text)
    }
    if let domain, let name, !domain.belongs(to: name) {
      report(
        "domain-in-zone", at: element.location,
        "the domain \(domain) of \(environment.name) is not in the zone \(name)",
        fix: .write(code(swiftLiteral(domain.likelyZone)), at: element.location)
          .or("a domain below \(name)"),
        notes: [.init(at: environment.location, "the domain is given here")])
    }
    return Placed(
      ResolvedZone(name: name ?? StandIn.domain, isCreated: isCreated), at: element.location)
  }

  private mutating func resolve(
    _ databases: [Placed<GlobalDatabase>]
  ) -> [Placed<ResolvedDatabase>] {
    databases.map { element in
      element.map { database in
        ResolvedDatabase(
          database: database.database,
          version: version(of: database.engine, at: element.location),
          instance: database.instance, instanceCount: database.instancesPerCell,
          capacity: database.capacity ?? .standard, backupRetention: database.backupRetention,
          windows: windows(
            database.backupWindow, database.maintenanceWindow, at: element.location))
      }
    }
  }

  mutating func version(
    of engine: DatabaseEngine, at location: SourceLocation
  ) -> EngineVersion {
    switch engine {
    case .auroraPostgreSQL(let text):
      let version = read(
        at: location, writing: { "engine: .auroraPostgreSQL(\($0))" }
      ) { () throws(InvalidValue) in
        try EngineVersion(parsing: text)
      }
      return version ?? standIn(StandIn.engine, for: .engineVersion, at: location)
    }
  }
}

/// The elements by name, of equal ones the first: the others are reported as duplicates.
private func firstOfEach<Value>(
  name: (Value) -> String, _ elements: [Placed<Value>]
) -> [Placed<Value>] {
  let byName = Dictionary(elements.map { (name($0.value), $0) }) { first, _ in first }
  return byName.sorted { $0.key < $1.key }.map(\.value)
}

extension DomainName {
  /// The zone that most likely holds this name: the domain above it, or itself where that would be
  /// a top-level domain.
  fileprivate var likelyZone: String {
    labels.count > 2 ? labels.dropFirst().joined(separator: ".") : name
  }
}

/// The elements of an environment by kind, in the order in which they were written.
private struct EnvironmentParts {
  var releases: [Placed<Release>] = []
  var databases: [Placed<GlobalDatabase>] = []
  var tables: [Placed<GlobalTable>] = []
  var zones: [Placed<HostedZone>] = []
  var routings: [Placed<Routing>] = []
  var onCalls: [Placed<OnCall>] = []
  var accessEntries: [Placed<AccessEntry>] = []
  var repositories: [Placed<GitHubRepository>] = []
  var eachCell: [Placed<CellElement>] = []
  var cells: [Placed<Cell>] = []
  var extensions: [Placed<Extend<GlobalReferences>>] = []

  init(_ elements: [Placed<EnvironmentElement>]) {
    for element in elements {
      let location = element.location
      switch element.value {
      case .release(let value): releases.append(Placed(value, at: location))
      case .globalDatabase(let value): databases.append(Placed(value, at: location))
      case .globalTable(let value): tables.append(Placed(value, at: location))
      case .hostedZone(let value): zones.append(Placed(value, at: location))
      case .routing(let value): routings.append(Placed(value, at: location))
      case .onCall(let value): onCalls.append(Placed(value, at: location))
      case .accessEntry(let value): accessEntries.append(Placed(value, at: location))
      case .repository(let value): repositories.append(Placed(value, at: location))
      case .eachCell(let value): eachCell += value.elements
      case .cell(let value): cells.append(Placed(value, at: location))
      case .extend(let value): extensions.append(Placed(value, at: location))
      }
    }
  }
}

extension Resolution {
  /// What is wrong with the address as SNS takes it, and what to write instead.
  private func problem(with endpoint: OnCall.Endpoint) -> (message: String, fix: Fix)? {
    switch endpoint {
    case .email(let address):
      if address.wholeMatch(of: patterns.emailAddress) != nil { return nil }
      return (
        "\"\(address)\" is no e-mail address",
        "write one such as `OnCall(.email(\"oncall@example.com\"))`"
      )
    case .https(let url):
      if url.wholeMatch(of: patterns.httpsAddress) != nil { return nil }
      return (
        "\"\(url)\" is no HTTPS address",
        "write one such as `OnCall(.https(\"https://example.com/alarms\"))`"
      )
    }
  }
}
