import CellContract
import CellDescription
import CellPrimitives

/// Two environments, `blue` and `green`; `blue` has these cells, the first of them the primary.
///
/// The cells of `blue` share a database, or each has one of its own, so that several fit in a region.
func smallFleet(
  _ cells: [(name: String, region: Region, index: Int)], sharesDatabase: Bool = false
) -> Fleet {
  Fleet {
    Environment(
      "blue", account: "111122223333", domain: "api.blue.example.com", home: .usEast1
    ) {
      Release("1.0.0")
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      HostedZone(.created("blue.example.com"))
      OnCall(.email("oncall@example.com"))
      if sharesDatabase {
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      } else {
        EachCell {
          CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        }
      }
      Routing(.latency)
      for (number, cell) in cells.enumerated() {
        Cell(
          cell.name, in: cell.region, role: number == 0 ? .primary : .standby, index: cell.index,
          shape: .small)
      }
    }
    Environment(
      "green", account: "444455556666", domain: "api.green.example.com", home: .usWest2
    ) {
      Release("1.0.0")
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      HostedZone(.created("green.example.com"))
      OnCall(.email("oncall@example.com"))
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .t4gMedium)
      Cell("green-a", in: .usWest2, role: .primary, index: 100, shape: .small)
    }
  }
}

extension CellShape {
  /// All services on the defaults of everything else.
  static let small = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.worker)
      Run(.poller)
    }
  }
}
