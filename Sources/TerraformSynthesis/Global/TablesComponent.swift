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
    let replicas = environment.regions.filter { $0 != environment.home }
    for table in environment.tables {
      let main = self.component.add(
        resource(for: table.value, in: environment, isReplicated: !replicas.isEmpty),
        because: "the table \(table.value.name) of the contract, which all cells share",
        at: table.location)
      for region in replicas {
        self.component.add(
          replica(of: table.value, main, in: region, environment),
          because: "the copy of the table \(table.value.name) in \(region.name), which that"
            + " region's cells use",
          at: table.location)
      }
    }
  }

  /// The table in its home region.
  ///
  /// Streams carry both images because replication reads them. What the table tells of its replicas is
  /// ignored, because they are resources of their own.
  /// Source: provider 5.100, `aws_dynamodb_table_replica`, notes at its head.
  private func resource(
    for table: Table, in environment: ResolvedEnvironment, isReplicated: Bool
  ) -> Resource<AWS.DynamoDBTable> {
    let attributes = [table.partitionKey] + (table.sortKey.map { [$0] } ?? [])
    let meta = environment.protecting(
      MetaArguments(ignoreChanges: isReplicated ? ["replica"] : []))
    return Resource(AWS.DynamoDBTable.self, blockName(table.name), meta: meta) {
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
      $0.streamEnabled = isReplicated ? true : nil
      $0.streamViewType = isReplicated ? "NEW_AND_OLD_IMAGES" : nil
    }
  }

  /// The table's replica in another region, which has its expiry from the table.
  ///
  /// A block `replica` of the table would do the same but for deletion protection, which it has not:
  /// whoever deleted a replica in its own region would meet none.
  /// Sources: provider 5.100, `aws_dynamodb_table_replica`; terraform-provider-aws issues 30213 and
  /// 42846, 2026-11.
  private func replica(
    of table: Table, _ main: AWS.DynamoDBTable.Attributes, in region: Region,
    _ environment: ResolvedEnvironment
  ) -> Resource<AWS.DynamoDBTableReplica> {
    let meta = environment.protecting(environment.meta(in: region))
    return Resource(
      AWS.DynamoDBTableReplica.self, blockName(table.name, region.name), meta: meta
    ) {
      $0.globalTableARN = main.arn
      $0.kmsKeyARN = keys[region]?.arn
      $0.pointInTimeRecovery = true
      $0.deletionProtectionEnabled = Argument(environment.dataProtection == .preventDestroy)
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
