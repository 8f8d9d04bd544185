import CellContract
import CellDescription
import CellPrimitives
import TerraformDocument

/// An environment of two regions whose cells share a database; `cell-b` follows `cell-a`.
///
/// The roles are those of the cells, in this order.
func twoRegions(
  _ roles: (Cell.Role, Cell.Role) = (.primary, .standby),
  dataProtection: DataProtection = .preventDestroy
) -> Fleet {
  Fleet {
    Environment(
      "pair", account: "111122223333", domain: "api.example.com", home: .euWest1,
      dataProtection: dataProtection
    ) {
      Release("1.0.0")
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
      HostedZone(.created("example.com"))
      OnCall(.email("oncall@example.com"))
      Cell("cell-a", in: .usEast1, role: roles.0, index: 0, shape: .apiOnly)
      Cell("cell-b", in: .usWest1, role: roles.1, index: 1, shape: .apiOnly)
    }
  }
}

/// ``twoRegions(_:dataProtection:)`` with a third cell, `cell-c`, which has a database of its own in
/// a region that a member of the shared one is in.
func ownDatabase(
  _ instance: DatabaseInstanceClass = .t4gMedium, capacity: ServerlessCapacity? = nil,
  backupRetention: Period? = nil
) -> Fleet {
  Fleet {
    Environment("mixed", account: "111122223333", domain: "api.example.com", home: .usEast1) {
      Release("1.0.0")
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
      HostedZone(.created("example.com"))
      OnCall(.email("oncall@example.com"))
      Routing(.latency)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .apiOnly)
      Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .apiOnly)
      Cell("cell-c", in: .usWest1, role: .standby, index: 2, shape: .apiOnly) {
        CellDatabase(
          .alerts, engine: .auroraPostgreSQL("17.4"), instance: instance, instances: 3,
          capacity: capacity, backupRetention: backupRetention)
      }
    }
  }
}

extension CellShape {
  /// The smallest cell that uses the database.
  fileprivate static let apiOnly = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
    }
  }
}

extension TerraformJSON {
  /// The arguments of these names, without those that are not set.
  func only(_ names: String...) -> TerraformBody {
    members.filter { names.contains($0.key) }
  }
}
