public import CellContract
public import CellModel
import CellPrimitives
import SourceLocations

extension ResolvedCell {
  /// The platform of the images that functions of the cell are made of: `linux/amd64`.
  public var functionPlatform: String { "linux/\(functionArchitecture.rawValue)" }

  /// Puts a function's image where Lambda takes it from.
  public func pushImage(of service: ServiceName) -> ShellCommand {
    let workload = service.contract.workload
    let image = "\(workload):\(release.value)"
    let registry = scope.imageRepository(of: service).dropLast(workload.count + 1)
    return ShellCommand(
      script: """
        docker image inspect --format '{{ .Os }}/{{ .Architecture }}' \(image)  # \(functionPlatform)
        aws ecr get-login-password --region \(region.name) |
          docker login --username AWS --password-stdin \(registry)
        docker tag \(image) \(registry)/\(image)
        docker push \(registry)/\(image)
        """)
  }
}
