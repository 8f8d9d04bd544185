public import CellContract
import HTTPTypes
public import Hummingbird
import JSONText
import NIOCore

extension RouterMethods {
  /// Serves the three paths on which a service says how it is: each 200, or 503 where it isn't well.
  ///
  /// Liveness is always well: it says that the process answers, and nothing of what it needs.
  public func serveHealth(_ health: Health, paths: HealthPaths) {
    get(RouterPath(paths.liveness)) { _, _ in
      Response(report: Health.Report(isWell: true, json: ["status": "ok"]))
    }
    get(RouterPath(paths.readiness)) { _, _ in Response(report: await health.readiness()) }
    get(RouterPath(paths.health)) { _, _ in Response(report: await health.report()) }
  }
}

extension Response {
  fileprivate init(report: Health.Report) {
    self.init(
      status: report.isWell ? .ok : .serviceUnavailable,
      headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: report.json.bytes)))
  }
}
