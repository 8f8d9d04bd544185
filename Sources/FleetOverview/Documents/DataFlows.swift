import CellContract
public import CellModel
import HTMLDocument
import SourceLocations

/// How data flows through cells, by the services that they run.
///
/// It depends on these and on nothing else of an environment, and most environments run the same: so
/// it is worked out and drawn once for all pages of a fleet.
public struct DataFlows: Sendable {
  /// Who uses what, and the drawing of it.
  struct Drawn: Sendable {
    let flow: Flow
    let diagram: HTMLElement

    fileprivate init(services: [ServiceName]) {
      flow = Flow(services: services)
      diagram = flow.diagram
    }
  }

  private let byServices: [[ServiceName]: Drawn]

  /// The flows of these environments.
  public init(of environments: [ResolvedEnvironment]) {
    byServices = Dictionary(
      uniqueKeysWithValues: Set(environments.map(\.services)).map { ($0, Drawn(services: $0)) })
  }

  /// The flow of an environment, whether or not it is one of these.
  func drawn(of environment: ResolvedEnvironment) -> Drawn {
    byServices[environment.services] ?? Drawn(services: environment.services)
  }
}

extension ResolvedEnvironment {
  /// Services that run anywhere in the environment, by name.
  var services: [ServiceName] {
    Set(cells.flatMap(\.cluster.services).map(\.value.name)).sorted()
  }
}
