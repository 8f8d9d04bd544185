import Foundation
import Testing

@testable import AWSClient

@Suite struct SignatureTests {
  /// `Vectors/signatures.json`, which `scripts/signature-vectors` writes.
  private struct Vectors: Decodable {
    struct Vector: Decodable {
      var name: String
      var method: String
      var service: String
      var region: String
      var path: String
      var query: [[String]]
      var headers: [[String]]
      var body: String
      var token: String?
      var added: [String: String]
    }
    var secondsSince1970: Double
    var accessKey: String
    var secretKey: String
    var vectors: [Vector]

    init() throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Vectors/signatures.json")
      self = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    }
  }

  @Test func `signs every request exactly as botocore does`() throws {
    let all = try Vectors()
    for vector in all.vectors {
      let signature = SignatureV4(region: vector.region, service: vector.service)
      let added = signature.headers(
        signing: .init(
          method: vector.method, path: vector.path,
          query: vector.query.map { .init(name: $0[0], value: $0[1]) },
          headers: vector.headers.map { HeaderField($0[0], $0[1]) },
          body: Array(vector.body.utf8)),
        with: AWSCredentials(
          accessKeyID: all.accessKey, secretAccessKey: all.secretKey, sessionToken: vector.token),
        at: SigningTime(Date(timeIntervalSince1970: all.secondsSince1970)))
      let ours = Dictionary(uniqueKeysWithValues: added.map { ($0.name, $0.value) })
      let theirs = Dictionary(
        uniqueKeysWithValues: vector.added.map { ($0.key.lowercased(), $0.value) })
      #expect(ours == theirs, "\(vector.name)")
    }
  }

  @Test func `there are signatures to compare with, of every service and with a token too`() throws
  {
    let vectors = try Vectors().vectors
    let services = Set(vectors.map(\.service))
    for service in AWSService.allCases { #expect(services.contains(service.endpointPrefix)) }
    #expect(vectors.contains { $0.token != nil } && vectors.contains { $0.token == nil })
    #expect(vectors.count == 22)
  }

  @Test func `is signed in the second in which it is sent`() {
    let time = SigningTime(Date(timeIntervalSince1970: 1_767_323_045.9996))
    #expect(time.stamp == "20260102T030405Z" && time.day == "20260102")
  }

  @Test func `joins the values of a header that comes twice`() {
    let signature = SignatureV4(region: "us-east-1", service: "sqs")
    let credentials = AWSCredentials(accessKeyID: "A", secretAccessKey: "S")
    func sign(_ headers: [HeaderField]) -> [HeaderField] {
      signature.headers(
        signing: .init(method: "GET", path: "/", headers: headers, body: []), with: credentials,
        at: SigningTime(TestTime.start))
    }
    let twice = sign([HeaderField("x-a", "1"), HeaderField("X-A", "2")])
    #expect(twice == sign([HeaderField("x-a", "1,2")]))
    #expect(twice != sign([HeaderField("x-a", "2,1")]))
  }
}
