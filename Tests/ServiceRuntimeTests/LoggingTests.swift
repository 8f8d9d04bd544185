import CellContract
import CellPrimitives
import Foundation
import Logging
import Synchronization
import Testing

@testable import ServiceRuntime

/// Collects what is written.
private final class Lines: Sendable {
  private let lines = Mutex<[String]>([])
  var output: LineOutput {
    LineOutput { [self] line in
      lines.withLock { $0.append(String(decoding: line.dropLast(), as: UTF8.self)) }
    }
  }
  var all: [String] { lines.withLock { $0 } }
}

@Suite struct LoggingTests {
  @Test func `a line is one object with the contract's names at its top`() throws {
    let lines = Lines()
    var logger = Logger(label: "test") {
      JSONLogHandler(label: $0, cell: "cell-use1-01", service: .api, output: lines.output)
    }
    logger[metadataKey: LogField.request.rawValue] = "r1"
    logger.error(
      "it \"broke\"\nhere",
      metadata: [
        LogField.status.rawValue: .stringConvertible(503), LogField.alert.rawValue: "alert_1a",
        "cell": "another",
      ])
    let line = try #require(lines.all.first)
    #expect(lines.all.count == 1)
    #expect(!line.contains("\n"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["level"] as? String == "ERROR")
    #expect(object["message"] as? String == "it \"broke\"\nhere")
    #expect(object["cell"] as? String == "cell-use1-01")
    #expect(object["service"] as? String == "api")
    #expect(object["status"] as? Int == 503)
    #expect(object["alert_id"] as? String == "alert_1a")
    #expect(object["request_id"] as? String == "r1")
  }

  @Test func `what matters too little is not written`() {
    let lines = Lines()
    let logger = Logger(label: "test") {
      JSONLogHandler(label: $0, cell: "c", service: .worker, output: lines.output)
    }
    logger.debug("no")
    #expect(lines.all.isEmpty)
  }

  @Test func `of debug lines a sample is written, that of one alert whole or not at all`() {
    let lines = Lines()
    var logger = Logger(label: "test") {
      JSONLogHandler(
        label: $0, cell: "c", service: .worker, output: lines.output,
        debugSampling: .percent(10))
    }
    logger.logLevel = .debug
    var written: [Int] = []
    for number in 0..<1_000 {
      for service in ["claimed", "sent", "recorded"] {
        logger.debug("\(service)", metadata: [LogField.alert.rawValue: "alert_\(number)"])
      }
      logger.info("done", metadata: [LogField.alert.rawValue: "alert_\(number)"])
      written.append(lines.all.count)
    }
    let perAlert = zip(written, [0] + written).map { $0 - $1 }
    #expect(Set(perAlert) == [1, 4])
    #expect((60...140).contains(perAlert.count { $0 == 4 }))
  }

  @Test(arguments: [
    ("", 0xcbf2_9ce4_8422_2325 as UInt64), ("a", 0xaf63_dc4c_8601_ec8c),
    ("foobar", 0x8594_4171_f739_67e8),
  ])
  func `every process takes the same sample`(_ text: String, _ hash: UInt64) {
    // Of RFC 9923, "Test Vectors".
    #expect(LogSample.hash(text) == hash)
  }

  @Test func `a line goes with its alert, else with its delivery, else with its request`() {
    let sample = LogSample(.percent(50))
    let taken = (0..<100).map(String.init).first { LogSample.hash($0) % 100 < 50 } ?? ""
    let left = (0..<100).map(String.init).first { LogSample.hash($0) % 100 >= 50 } ?? ""
    let order = [LogField.alert, .delivery, .request].map(\.rawValue)
    for (place, first) in order.enumerated() {
      for second in order[(place + 1)...] {
        #expect(sample.takes([first: "\(taken)", second: "\(left)"]))
        #expect(!sample.takes([first: "\(left)", second: "\(taken)"]))
      }
    }
  }

  @Test func `of debug lines about nothing in particular each is drawn for itself`() {
    let lines = Lines()
    var logger = Logger(label: "test") {
      JSONLogHandler(
        label: $0, cell: "c", service: .worker, output: lines.output,
        debugSampling: .percent(50))
    }
    logger.logLevel = .trace
    for _ in 0..<2_000 { logger.trace("tick") }
    // Ten standard deviations of a fair draw are 224 lines.
    #expect((776...1_224).contains(lines.all.count))
  }

  @Test func `level and sample are the environment's, and what is wrong in it is told at once`()
    throws
  {
    let settings = try LogSettings(environment: [
      "BIZCOMMS_LOG_LEVEL": "DEBUG", "BIZCOMMS_LOG_DEBUG_SAMPLING": "25",
    ])
    #expect(settings.level == .debug)
    #expect(settings.debugSampling == .percent(25))
    let nothing = try LogSettings(environment: [:])
    #expect(nothing.level == .info)
    #expect(nothing.debugSampling == .percent(100))
    let wrong = #expect(throws: MissingConfiguration.self) {
      _ = try LogSettings(environment: [
        "BIZCOMMS_LOG_LEVEL": "loud", "BIZCOMMS_LOG_DEBUG_SAMPLING": "0",
      ])
    }
    #expect(
      wrong?.description == """
        BIZCOMMS_LOG_LEVEL is `loud`; set it to TRACE, DEBUG, INFO, NOTICE, WARNING, ERROR, CRITICAL
        BIZCOMMS_LOG_DEBUG_SAMPLING is `0`; set it to whole percent, 1 to 100
        """)
  }

  @Test func `a secret hides in lines and dumps`() {
    let secret = SecretValue("hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect("\(secret)" == "<secret>")
    #expect(!dumped.contains("hunter2"))
  }
}

@Suite struct MetricTests {
  @Test func `values are written in the embedded metric format under every set of dimensions`()
    throws
  {
    let lines = Lines()
    let recorder = MetricRecorder(
      cell: "cell-use1-01", service: .api, output: lines.output,
      now: { Date(timeIntervalSince1970: 1_764_158_400) })
    recorder.record(.requestDuration, 12.5, by: "GET /v1/alerts")
    recorder.record(.requestDuration, 7, by: "GET /v1/alerts")
    #expect(lines.all.isEmpty)
    recorder.flush()
    #expect(
      lines.all == [
        #"{"_aws":{"Timestamp":1764158400000,"CloudWatchMetrics":[{"Namespace":"BizComms","Dimensions":[["Cell","Service"],["Cell","Service","Endpoint"]],"Metrics":[{"Name":"RequestDuration","Unit":"Milliseconds"}]}]},"Cell":"cell-use1-01","Service":"api","Endpoint":"GET /v1/alerts","RequestDuration":[12.5,7.0]}"#
      ])
    recorder.flush()
    #expect(lines.all.count == 1)
  }

  @Test func `no object holds more values than CloudWatch takes`() {
    let lines = Lines()
    let recorder = MetricRecorder(cell: "c", service: .api, output: lines.output)
    for _ in 0..<250 { recorder.record(.serverErrorCount, 1) }
    recorder.flush()
    let counts = lines.all.map { $0.split(separator: "1.0").count - 1 }
    #expect(counts == [100, 100, 50])
  }
}
