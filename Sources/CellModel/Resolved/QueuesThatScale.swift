public import CellContract
import CellDescription
import SourceLocations

extension ResolvedCell {
  /// Queues by whose depth a service of the cell scales, by name.
  public var queuesThatScale: [Queue] {
    let queues = cluster.services.map(\.value).filter(\.isPods).compactMap { service -> Queue? in
      guard service.replicas.minimum < service.replicas.maximum,
        case .queueDepth(let queue, _) = service.name.contract.autoscaling
      else { return nil }
      return queue
    }
    return Set(queues).sorted { $0.name < $1.name }
  }
}
