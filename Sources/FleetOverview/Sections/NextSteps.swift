import CellContract
import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument
import SourceLocations

extension FleetOverview {
  /// Tasks of the runbook with which people go on after an alarm of a cell, or of the fleet; none where
  /// the alarm's own words say it all.
  func nextSteps(after alarm: String, of cell: ResolvedCell?) -> [HTMLID] {
    guard let cell else { return isAboutPrimary(alarm) ? [Self.takeoverID] : [] }
    if Queue.all.contains(where: { cell.scope.name(ofDeadLettersAlarmOf: $0) == alarm }) {
      return [Self.deadLettersID]
    }
    return switch CellAlarm.allCases.first(where: { alarm.hasSuffix(" \($0.rawValue)") }) {
    case .apiHighErrorRate: [Self.undoID, Self.logsID]
    case .queueBackup, .oldMessage, .failedRounds: [Self.logsID]
    case .nodeFailure: [Self.enterID]
    case .auroraGlobalReplicationLag: [Self.failoverID]
    case .auroraHighCPU, .auroraReplicationLag, .deadLetters, .deliveryErrors, .archiveDelay, nil:
      []
    }
  }

  private func isAboutPrimary(_ alarm: String) -> Bool {
    let unhealthy = environment.primary.map { environment.scope.unhealthyAlarm(ofCell: $0.name) }
    return alarm == unhealthy || alarm == environment.scope.takeoverAlarm
  }
}

/// Where links lead that stand in other chapters.
extension FleetOverview {
  static let takeoverID = HTMLID("takeover")
  static let failoverID = HTMLID("failover")
  static let switchoverID = HTMLID("switchover")
  static let undoID = HTMLID("undo")
  static let deadLettersID = HTMLID("redrive")
  static let logsID = HTMLID("logs")
  static let enterID = HTMLID("enter")
  static let imagesID = HTMLID("images")
  static let subscriptionsID = HTMLID("subscriptions")
}
