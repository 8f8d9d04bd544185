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
  private let keys: [Region: AWS.KMSKey.Attributes]

  init(_ environment: ResolvedEnvironment) {
    var component = TerraformComponent(
      "tables", of: .global(of: environment), owner: "\(environment.name) global")
    let regions = environment.tables.isEmpty ? [] : environment.allRegions
    keys = Dictionary(
      uniqueKeysWithValues: regions.map { region in
        (region, component.addTablesKey(in: region, of: environment))
      })
    self.component = component
    for table in environment.tables {
      self.component.add(resource(for: table.value, in: environment), at: table.location)
    }
  }

  /// The table in its home region, with one `replica` block for each other region.
  ///
  /// Streams carry both images because replication reads them. Deletion protection is the table's at
  /// home: the provider's `replica` block has none, and a replica goes only by a change of this root.
  /// Source: provider 5.100, `aws_dynamodb_table`, "Global Tables" and `replica`.
  private func resource(
    for table: Table, in environment: ResolvedEnvironment
  ) -> Resource<AWS.DynamoDBTable> {
    let attributes = [table.partitionKey] + (table.sortKey.map { [$0] } ?? [])
    let replicas = environment.regions.filter { $0 != environment.home }
    return Resource(
      AWS.DynamoDBTable.self, blockName(table.name), meta: environment.protecting()
    ) {
      $0.name = Argument(environment.scope.name(of: table))
      $0.billingMode = "PAY_PER_REQUEST"
      $0.hashKey = Argument(table.partitionKey.attribute)
      $0.rangeKey = table.sortKey.map { Argument($0.attribute) }
      $0.attribute = attributes.map { key in
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
      $0.serverSideEncryption = .init {
        $0.enabled = true
        $0.kmsKeyARN = keys[environment.home]?.arn
      }
      $0.deletionProtectionEnabled = Argument(environment.dataProtection == .preventDestroy)
      $0.streamEnabled = replicas.isEmpty ? nil : true
      $0.streamViewType = replicas.isEmpty ? nil : "NEW_AND_OLD_IMAGES"
      $0.replica = replicas.map { region in
        .init {
          $0.regionName = Argument(region.name)
          $0.kmsKeyARN = keys[region]?.arn
          $0.pointInTimeRecovery = true
          $0.propagateTags = true
        }
      }
    }
  }
}

extension TerraformComponent {
  /// The key of the tables' replicas in a region; all that may use a table may use it through
  /// DynamoDB, replication by DynamoDB's own role in the account included.
  ///
  /// The last statement lets DynamoDB look whether the key is still good, for which it acts on its
  /// own behalf.
  /// Sources: KMS Developer Guide, "How Amazon DynamoDB uses AWS KMS", whose policy of DynamoDB's own
  /// key this is, and DynamoDB Developer Guide, "DynamoDB global tables security", 2026-11.
  fileprivate mutating func addTablesKey(
    in region: Region, of environment: ResolvedEnvironment
  ) -> AWS.KMSKey.Attributes {
    addKey(
      blockName("tables", region.name), for: "Tables of \(environment.name) in \(region.name)",
      alias: environment.scope.tablesKeyAlias,
      users: [
        .keyUse(
          through: "dynamodb", in: region, by: environment.scope.account,
          actions: [
            "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
            "kms:GenerateDataKey*", "kms:ReEncrypt*",
          ]),
        .keyUse(
          by: "dynamodb", actions: ["kms:Describe*", "kms:Get*", "kms:List*"]),
      ], meta: environment.meta(in: region), of: environment, at: environment.location)
  }
}
