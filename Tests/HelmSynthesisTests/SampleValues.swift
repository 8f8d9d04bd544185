import CellContract
import CellDescription
import CellModel
import CellPrimitives
import HelmSynthesis
import SourceLocations
import Testing

/// The chart values of `cell-a` in us-west-1, whose cluster runs `services`.
func sampleValues(
  @ClusterBuilder _ services: () -> [Placed<ClusterElement>]
) throws -> CellValues {
  let cluster = EKS(version: "1.35", services)
  let fleet = Fleet {
    Environment(
      "sample", account: "012345678901", domain: "api.example.com", home: .usWest1
    ) {
      Release("1.10")
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      HostedZone(.created("example.com"))
      OnCall(.email("oncall@example.com"))
      Cell(
        "cell-a", in: .usWest1, role: .primary, index: 0,
        shape: CellShape {
          VPC()
          cluster
        })
    }
  }
  let validated = try ValidatedFleet(validating: fleet, on: .tablesChecked)
  return try #require(CellValues.all(of: validated).first)
}
