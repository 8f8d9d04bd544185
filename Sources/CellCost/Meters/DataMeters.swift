import CellModel
import CellPrimitives
import TerraformDocument

/// What a cluster holds, reads, writes and backs up, and what a global database copies to it.
let meterDatabaseCluster: Meter = { cluster, context in
  var usages = [
    cluster.uses(
      .databaseStorage, context.assumed(.databaseGigabytes), assuming: .databaseGigabytes),
    cluster.uses(
      .databaseRequests, context.assumed(.databaseRequests), assuming: .databaseRequests),
    cluster.uses(
      .databaseBackup, context.assumed(.databaseBackupGigabytes),
      assuming: .databaseBackupGigabytes),
  ]
  if cluster.isSecondary {
    usages.append(
      cluster.uses(
        .databaseReplicatedWrites, context.assumed(.databaseReplicatedWrites),
        assuming: .databaseReplicatedWrites))
  }
  let version = cluster.arguments["engine_version"]?.text.flatMap {
    try? EngineVersion(parsing: $0)
  }
  if let version, case .extended = AuroraVersionFacts.status(of: version, on: context.today) {
    usages.append(cluster.uses(.databaseExtendedSupportHour, context.hours, assuming: .hours))
  }
  return usages
}

/// An instance, or the least capacity of a serverless one.
let meterDatabaseInstance: Meter = { instance, context in
  var usages: [Usage] = []
  let type = instance.arguments["instance_class"]?.text.flatMap { DatabaseInstanceClass($0) }
  switch type {
  case nil: usages.append(instance.uses(.unlisted("Aurora instance"), Quantity(1)))
  case .some(.serverless):
    let cluster = context.resource(
      of: "aws_rds_cluster", in: instance.arguments["cluster_identifier"])
    let least = cluster?.arguments["serverlessv2_scaling_configuration"]?["min_capacity"]?.quantity
    usages.append(
      least.map { instance.uses(.databaseCapacityHour, $0 * context.hours, assuming: .hours) }
        ?? instance.uses(.unlisted("serverless Aurora instance"), Quantity(1)))
  case .some(let type):
    usages.append(instance.uses(.databaseInstanceHour(type), context.hours, assuming: .hours))
  }
  let retention = instance.arguments["performance_insights_retention_period"]?.integer ?? 7
  if instance.arguments["performance_insights_enabled"]?.isTrue == true, retention > 7 {
    usages.append(instance.uses(.databaseInsights, Quantity(1)))
  }
  return usages
}

/// The bytes that a global database copies between regions.
let meterGlobalCluster: Meter = { cluster, context in
  [
    cluster.uses(
      .crossRegionGigabyte, context.assumed(.crossRegionGigabytes),
      assuming: .crossRegionGigabytes)
  ]
}

/// A table on demand: reads at home; writes, storage and recovery in each of its regions.
///
/// Writes to a table with replicas are replicated writes everywhere, at home too. A replica is a block
/// of the table or a resource of its own, which has a meter of its own.
/// Source: Amazon DynamoDB pricing, "Global tables", 2026-11.
let meterTable: Meter = { table, context in
  guard table.arguments["billing_mode"]?.text == "PAY_PER_REQUEST" else {
    return [table.uses(.unlisted("table with provisioned capacity"), Quantity(1))]
  }
  let blocks = table.arguments["replica"]?.elements ?? []
  let hasReplicas = !blocks.isEmpty || context.replicates(table)
  let copies = blocks.flatMap { replica -> [Usage] in
    guard let region = replica["region_name"]?.text.flatMap({ Region(rawValue: $0) }) else {
      return [table.uses(.unlisted("table replica"), Quantity(1))]
    }
    return table.usagesOfCopy(
      in: region, writes: .tableReplicatedWrites,
      isRecoverable: replica["point_in_time_recovery"]?.isTrue == true, context)
  }
  return [table.shares(.tableReads, .tableReads, context)]
    + table.usagesOfCopy(
      in: table.region, writes: hasReplicas ? .tableReplicatedWrites : .tableWrites,
      isRecoverable: table.arguments["point_in_time_recovery"]?["enabled"]?.isTrue == true, context)
    + copies
}

/// A replica of a table, in the region of its provider.
let meterTableReplica: Meter = { replica, context in
  replica.usagesOfCopy(
    in: replica.region, writes: .tableReplicatedWrites,
    isRecoverable: replica.arguments["point_in_time_recovery"]?.isTrue == true, context)
}

extension BilledResource {
  /// What one region's copy of a table writes, stores and keeps for recovery.
  fileprivate func usagesOfCopy(
    in region: Region, writes: PriceItem, isRecoverable: Bool, _ context: MeterContext
  ) -> [Usage] {
    [
      shares(writes, .tableWrites, in: region, context),
      shares(.tableStorage, .tableGigabytes, in: region, context),
    ] + (isRecoverable ? [shares(.tableRecovery, .tableGigabytes, in: region, context)] : [])
  }
}

extension MeterContext {
  /// Whether the root holds a replica of `table` as a resource of its own.
  fileprivate func replicates(_ table: BilledResource) -> Bool {
    resources(of: "aws_dynamodb_table_replica").contains { replica in
      resource(of: "aws_dynamodb_table", in: replica.arguments["global_table_arn"])?.address
        == table.address
    }
  }
}

/// A bucket by what it is assumed to hold.
let meterBucket: Meter = { bucket, context in
  [
    bucket.uses(.bucketStorage, context.assumed(.bucketGigabytes), assuming: .bucketGigabytes),
    bucket.uses(.bucketWrites, context.assumed(.bucketWrites), assuming: .bucketWrites),
  ]
}

/// Images in a repository.
let meterRepository: Meter = { repository, context in
  [repository.uses(.imageStorage, context.assumed(.imageGigabytes), assuming: .imageGigabytes)]
}

extension BilledResource {
  /// Whether a cluster follows another: it belongs to a global database and has no user of its own.
  fileprivate var isSecondary: Bool {
    arguments["global_cluster_identifier"] != nil && arguments["master_username"] == nil
  }
}
