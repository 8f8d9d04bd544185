import CellContract
import Testing

/// Whole environments, spelled out: key and symbolic value.
@Suite struct ServiceEnvironmentTests {
  @Test func `the API is told where everything is that it uses`() {
    #expect(
      pairs(of: .api) == [
        Pair("BIZCOMMS_DATABASE_ALERTS_ENDPOINTS", .databaseEndpointsPath(.alerts)),
        Pair("BIZCOMMS_DATABASE_ALERTS_NAME", .databaseName(.alerts)),
        Pair("BIZCOMMS_SECRET_API_KEYS_NAME", .secretName(.apiKeys)),
        Pair(
          "BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME",
          .secretName(Database.alerts.applicationSecret)),
        Pair("BIZCOMMS_SECRET_TWILIO_NAME", .secretName(.twilio)),
        Pair("BIZCOMMS_TABLE_DELIVERIES_NAME", .tableName(.deliveries)),
        Pair("BIZCOMMS_TOPIC_ALERT_EVENTS_ARN", .topicARN(.alertEvents)),
        Pair("BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN", .topicARN(.deliveryStatus)),
      ])
  }

  @Test func `the worker is told the URL of its queue once, though it uses it thrice`() {
    #expect(
      pairs(of: .worker) == [
        Pair("BIZCOMMS_DATABASE_ALERTS_ENDPOINTS", .databaseEndpointsPath(.alerts)),
        Pair("BIZCOMMS_DATABASE_ALERTS_NAME", .databaseName(.alerts)),
        Pair("BIZCOMMS_QUEUE_ALERT_PROCESSING_DLQ_URL", .deadLetterURL(.alertProcessing)),
        Pair("BIZCOMMS_QUEUE_ALERT_PROCESSING_URL", .queueURL(.alertProcessing)),
        Pair(
          "BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME",
          .secretName(Database.alerts.applicationSecret)),
        Pair("BIZCOMMS_SECRET_TWILIO_NAME", .secretName(.twilio)),
        Pair("BIZCOMMS_SERVICE_API_PUBLIC_URL", .publicURL(.api)),
        Pair("BIZCOMMS_TABLE_DELIVERIES_NAME", .tableName(.deliveries)),
        Pair("BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN", .topicARN(.deliveryStatus)),
      ])
  }

  @Test func `the poller is told where the API is`() {
    #expect(
      pairs(of: .poller) == [
        Pair("BIZCOMMS_DATABASE_ALERTS_ENDPOINTS", .databaseEndpointsPath(.alerts)),
        Pair("BIZCOMMS_DATABASE_ALERTS_NAME", .databaseName(.alerts)),
        Pair(
          "BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME",
          .secretName(Database.alerts.applicationSecret)),
        Pair("BIZCOMMS_SECRET_POLLER_API_KEY_NAME", .secretName(.pollerKey)),
        Pair("BIZCOMMS_SERVICE_API_URL", .serviceURL(.api)),
        Pair("BIZCOMMS_TABLE_STORIES_NAME", .tableName(.stories)),
      ])
  }

  @Test(arguments: ServiceName.allCases)
  func `no key stands twice, and a shell can set each`(service: ServiceName) {
    let keys = service.contract.environment.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(key.wholeMatch(of: /BIZCOMMS_[A-Z]+(_[A-Z]+)+/) != nil, "\(key)") }
  }

  @Test func `one key means one thing in all services`() {
    var meanings: [String: EnvironmentValue] = [:]
    for variable in ServiceName.allCases.flatMap(\.contract.environment) {
      #expect(meanings[variable.key, default: variable.value] == variable.value, "\(variable.key)")
      meanings[variable.key] = variable.value
    }
    #expect(meanings.count == 14)
  }
}

/// A variable as the tests write it; only the contract makes real ones.
private struct Pair: Equatable {
  let key: String
  let value: EnvironmentValue

  init(_ key: String, _ value: EnvironmentValue) {
    self.key = key
    self.value = value
  }
}

private func pairs(of service: ServiceName) -> [Pair] {
  service.contract.environment.map { Pair($0.key, $0.value) }
}
