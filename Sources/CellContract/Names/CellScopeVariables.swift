/// From where a service is called.
public enum CallingPlace: Sendable, Hashable {
  /// From a pod of the same cluster.
  case cluster
  /// From elsewhere, at the cell's own host name.
  case outside
}

extension CellScope {
  /// What a variable of a service is set to, wherever the service runs: the text behind `value`.
  ///
  /// `hostName` is the cell's own.
  public func text(
    of value: EnvironmentValue, callingFrom place: CallingPlace, hostName: String
  ) -> String {
    switch value {
    case .topicARN(let topic): arn(of: topic)
    case .queueURL(let queue): url(of: queue)
    case .deadLetterURL(let queue): deadLetterURL(of: queue)
    case .tableName(let table): environment.name(of: table)
    case .secretName(let secret): environment.name(of: secret)
    case .databaseEndpointsPath(let database): endpointsPath(of: database)
    case .databaseName(let database): database.name
    case .serviceURL(let service):
      switch place {
      case .cluster: service.contract.clusterURL
      case .outside: "https://\(hostName)"
      }
    case .publicURL: "https://\(hostName)"
    }
  }

  /// What every service is told beside what it declares: which cell and environment it works for.
  public var commonVariables: [String: String] {
    [
      RuntimeVariable.cell.rawValue: cell,
      RuntimeVariable.environment.rawValue: environment.environment,
    ]
  }
}
