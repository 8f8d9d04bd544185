import CellContract
import SourceLocations

/// Names of what keeps, shows and watches, and what each service accepts.
extension ResolvedCell {
  var observabilityNames: [(name: String, limit: NameLimit)] {
    [
      (scope.logArchiveBucket, NameLimits.s3Bucket.value),
      (scope.logStream, NameLimits.deliveryStream.value),
      (scope.logStreamErrors, NameLimits.logGroup.value),
      (scope.logSubscriptionRole, NameLimits.iamRole.value),
      (scope.logArchiveRole, NameLimits.iamRole.value),
      (scope.alarmTopic, NameLimits.snsTopic.value),
      (scope.alarmKeyAlias, NameLimits.kmsAlias.value),
    ]
      + ServiceName.allCases.map { (scope.debugLogGroup(of: $0), NameLimits.logGroup.value) }
      + Dashboard.allCases.map { (scope.name(of: $0), NameLimits.dashboard.value) }
      + alarmNames.map { ($0, NameLimits.alarm.value) }
  }

  /// Every name that a cell of this name can give.
  private var alarmNames: [String] {
    CellAlarm.allCases.map { scope.name(of: $0) }
      + Queue.all.map { scope.name(ofDeadLettersAlarmOf: $0) }
      + ServiceName.allCases.map { scope.name(ofDeliveryErrorsAlarmOf: $0) }
      + functions.map(\.value.name).flatMap { service in
        [
          scope.name(ofFailedRoundsAlarmOf: service),
          scope.name(ofDeadLettersAlarmOfRoundsOf: service),
        ]
      }
      + Database.all.flatMap { database in CellAlarm.allCases.map { scope.name(of: $0, database) } }
  }
}

extension ResolvedEnvironment {
  var observabilityNames: [(name: String, limit: NameLimit)] {
    [
      (scope.fleetAlarmTopic, NameLimits.snsTopic.value),
      (scope.fleetAlarmKeyAlias, NameLimits.kmsAlias.value),
    ]
      + alarmNames.map { ($0, NameLimits.alarm.value) }
  }

  private var alarmNames: [String] {
    cells.map { scope.unhealthyAlarm(ofCell: $0.name) }
      + [scope.allUnhealthyAlarm, scope.takeoverAlarm]
  }
}
