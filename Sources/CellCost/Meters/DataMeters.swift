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
/// Writes to a table with replicas are replicated writes everywhere, at home too.
/// Source: Amazon DynamoDB pricing, "Global tables", 2026-11.
let meterTable: Meter = { table, context in
  guard table.arguments["billing_mode"]?.text == "PAY_PER_REQUEST" else {
    return [table.uses(.unlisted("table with provisioned capacity"), Quantity(1))]
  }
  let replicas = table.arguments["replica"]?.elements ?? []
  let home: (region: Region?, isRecoverable: Bool) = (
    table.region, table.arguments["point_in_time_recovery"]?["enabled"]?.isTrue == true
  )
  let copies = replicas.map { replica in
    (
      replica["region_name"]?.text.flatMap { Region(rawValue: $0) },
      replica["point_in_time_recovery"]?.isTrue == true
    )
  }
  let writes: PriceItem = replicas.isEmpty ? .tableWrites : .tableReplicatedWrites
  return [table.shares(.tableReads, .tableReads, context)]
    + ([home] + copies).flatMap { region, isRecoverable -> [Usage] in
      guard let region else { return [table.uses(.unlisted("table replica"), Quantity(1))] }
      return [
        table.shares(writes, .tableWrites, in: region, context),
        table.shares(.tableStorage, .tableGigabytes, in: region, context),
      ]
        + (isRecoverable
          ? [table.shares(.tableRecovery, .tableGigabytes, in: region, context)] : [])
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
