public import CellContract
public import CellPrimitives
public import SourceLocations

extension ResolvedCell {
  /// Services that run as functions, by name.
  public var functions: [Placed<ResolvedService>] { cluster.services.filter { !$0.value.isPods } }

  /// Whether a service runs as a function here.
  public func runsAsFunction(_ service: ServiceName) -> Bool {
    functions.contains { $0.value.name == service }
  }

  /// What functions run on: that of the machines, because functions run the images that pods run
  /// elsewhere; Intel's where machines differ.
  public var functionArchitecture: InstanceType.Architecture {
    let isARM = cluster.nodeGroups.allSatisfy { $0.value.instance.architecture == .arm64 }
    return isARM ? .arm64 : .amd64
  }
}
