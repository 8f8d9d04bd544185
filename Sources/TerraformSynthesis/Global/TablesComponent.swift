import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The tables that cells share, each with its replicas.
///
/// This root owns the replicas too: two owners of one table delete each other's.
/// Source: terraform-provider-aws issue 38968.
struct TablesComponent {
  private(set) var component: TerraformComponent

  init(_ environment: ResolvedEnvironment) {
    component = TerraformComponent(
      "tables", of: .global(of: environment), owner: "\(environment.name) global")
    for table in environment.tables {
      component.add(resource(for: table.value, in: environment), at: table.location)
    }
  }

  /// The table in its home region, with one `replica` block for each other region.
  ///
  /// Streams carry both images because replication reads them.
  /// Source: provider 5.100, `aws_dynamodb_table`, "Global Tables".
  private func resource(
    for table: Table, in environment: ResolvedEnvironment
  ) -> Resource<AWS.DynamoDBTable> {
    let keys = [table.partitionKey] + (table.sortKey.map { [$0] } ?? [])
    let replicas = environment.regions.filter { $0 != environment.home }
    return Resource(
      AWS.DynamoDBTable.self, blockName(table.name), meta: environment.protecting()
    ) {
      $0.name = Argument(environment.scope.name(of: table))
      $0.billingMode = "PAY_PER_REQUEST"
      $0.hashKey = Argument(table.partitionKey.attribute)
      $0.rangeKey = table.sortKey.map { Argument($0.attribute) }
      $0.attribute = keys.map { key in
        .init {
          $0.name = Argument(key.attribute)
          $0.type = "S"
        }
      }
      $0.ttl = table.expiryAttribute.map { attribute in
        .init {
          $0.attributeName = Argument(attribute)
          $0.enabled = true
        }
      }
      $0.pointInTimeRecovery = .init { $0.enabled = true }
      $0.deletionProtectionEnabled = Argument(environment.dataProtection == .preventDestroy)
      $0.streamEnabled = replicas.isEmpty ? nil : true
      $0.streamViewType = replicas.isEmpty ? nil : "NEW_AND_OLD_IMAGES"
      $0.replica = replicas.map { region in
        .init {
          $0.regionName = Argument(region.name)
          $0.pointInTimeRecovery = true
          $0.propagateTags = true
        }
      }
    }
  }
}
