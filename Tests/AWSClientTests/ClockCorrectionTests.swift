import Foundation
import Testing

@testable import AWSClient

@Suite struct ClockCorrectionTests {
  private let get = DynamoDB.GetItem(table: "t", key: ["id": "1"])
  private let date = HeaderField("Date", "Thu, 26 Nov 2026 12:00:00 GMT")

  private func signingTimes(_ test: TestClient) -> [String] {
    test.transport.requests.compactMap { request in
      request.headers.first { $0.name == "x-amz-date" }?.value
    }
  }

  @Test func `a clock that is wrong is corrected by the service's, once and for all later calls`()
    async throws
  {
    let test = try TestClient(
      .refusal("InvalidSignatureException", status: 403, headers: [date]), .json("{}"),
      .json("{}"))
    test.time.setSkew(-3600)
    _ = try await test.client.send(get)
    test.time.advance(by: .seconds(2))
    _ = try await test.client.send(get)
    #expect(signingTimes(test) == ["20261126T110000Z", "20261126T120000Z", "20261126T120002Z"])
    #expect(test.time.pauses.isEmpty)
    #expect(test.log.warnings == ["this machine's clock differs from AWS's by more than 4 minutes"])
  }

  @Test func `a signature that is refused while the clocks agree is not tried again`() async throws
  {
    let test = try TestClient(.refusal("SignatureDoesNotMatch", status: 403, headers: [date]))
    test.time.setSkew(-200)
    let error = await failure { () async throws(AWSError) in try await test.client.send(get) }
    #expect(error?.code == "SignatureDoesNotMatch")
    #expect(test.transport.requests.count == 1)
  }

  @Test func `a clock is corrected once in a call`() async throws {
    let refusal = FakeTransport.Reply.refusal(
      "RequestTimeTooSkewed", status: 403,
      headers: [HeaderField("date", "Thu, 26 Nov 2026 18:00:00 GMT")])
    let second = FakeTransport.Reply.refusal("RequestTimeTooSkewed", status: 403, headers: [date])
    let test = try TestClient(refusal, second, .json("{}"))
    let error = await failure { () async throws(AWSError) in try await test.client.send(get) }
    #expect(error?.code == "RequestTimeTooSkewed")
    #expect(test.transport.requests.count == 2)
  }

  @Test func `reads the dates of HTTP and of expirations`() throws {
    #expect(Date(httpDate: "Thu, 26 Nov 2026 12:00:00 GMT") == TestTime.start)
    #expect(Date(httpDate: "Thu, 29 Feb 2024 23:59:59 GMT")?.timeIntervalSince1970 == 1_709_251_199)
    for wrong in [
      "", "Thu, 26 Nov 2026 12:00:00 CET", "2026-11-26T12:00:00Z", "Thu, 26 Foo 2026 1:2:3 GMT",
    ] {
      #expect(Date(httpDate: wrong) == nil)
    }
    #expect(try Date(awsTime: "2026-11-26T12:00:00Z") == TestTime.start)
    #expect(try Date(awsTime: "2026-11-26T12:00:00.000Z") == TestTime.start)
    #expect(throws: (any Error).self) { try Date(awsTime: "tomorrow") }
  }
}
