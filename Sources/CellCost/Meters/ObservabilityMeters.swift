import TerraformDocument

/// What a root's log groups take in and keep.
let meterLogGroup: Meter = { group, context in
  [
    group.shares(.logIngestion, .logGigabytes, context),
    group.shares(.logStorage, .storedLogGigabytes, context),
  ]
}

/// What a flow log writes.
let meterFlowLog: Meter = { log, context in
  let toBucket = log.arguments["log_destination_type"]?.text == "s3"
  return [
    log.uses(
      toBucket ? .vendedLogsToS3 : .vendedLogs, context.assumed(.flowLogGigabytes),
      assuming: .flowLogGigabytes)
  ]
}

/// The metric that a filter makes of lines.
let meterMetricFilter: Meter = { filter, _ in [filter.uses(.metric, Quantity(1))] }

/// An alarm, once for each metric that it looks at; a query over metrics counts as one here, although
/// it is paid for each metric that it finds.
/// Source: Amazon CloudWatch pricing, "Alarms", 2026-11.
let meterAlarm: Meter = { alarm, _ in
  let queries = alarm.arguments["metric_query"]?.elements ?? []
  let metrics = queries.compactMap { $0["metric"] }
  let periods =
    [alarm.arguments["period"]] + metrics.map { $0["period"] }
    + queries.map { $0["period"] }
  let isFast = periods.compactMap { $0?.integer }.contains { $0 < 60 }
  return [alarm.uses(isFast ? .fastAlarm : .alarm, Quantity(max(1, metrics.count)))]
}

/// An alarm over alarms.
let meterCompositeAlarm: Meter = { alarm, _ in [alarm.uses(.compositeAlarm, Quantity(1))] }

/// A dashboard.
let meterDashboard: Meter = { dashboard, _ in [dashboard.uses(.dashboard, Quantity(1))] }

/// The stream that fills an archive.
let meterStream: Meter = { stream, context in
  let processors =
    stream.arguments["extended_s3_configuration"]?["processing_configuration"]?["processors"]?
    .elements ?? []
  let unpacks = processors.contains { $0["type"]?.text == "Decompression" }
  let volume = context.assumed(.archiveGigabytes)
  return [stream.uses(.streamIngestion, volume, assuming: .archiveGigabytes)]
    + (unpacks ? [stream.uses(.streamDecompression, volume, assuming: .archiveGigabytes)] : [])
}

/// Accesses to objects; the first trail's record of who manages what costs nothing.
/// Source: AWS CloudTrail pricing, "Trails", 2026-11.
let meterTrail: Meter = { trail, context in
  let selectors = trail.arguments["advanced_event_selector"]?.elements ?? []
  let recordsData = selectors.flatMap { $0["field_selector"]?.elements ?? [] }.contains {
    $0["field"]?.text == "eventCategory" && $0["equals"]?.elements.contains("Data") == true
  }
  return recordsData || trail.arguments["event_selector"] != nil
    ? [
      trail.uses(
        .auditDataEvents, context.assumed(.auditDataEvents), assuming: .auditDataEvents)
    ] : []
}
