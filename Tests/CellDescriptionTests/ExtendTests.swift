import CellDescription
import CellPrimitives
import SourceLocations
import Synchronization
import TerraformDocument
import Testing

@Suite struct ExtendTests {
  @Test func `an extension is not evaluated before somebody asks, and then once a root`() {
    let evaluations = Evaluations()
    let shape = CellShape {
      Extend { cell in
        Resource(Bucket.self, evaluations.next()) { $0.bucket = cell.vpcID }
      }
    }
    #expect(evaluations.count.withLock { $0 } == 0)
    guard case .extend(let extend) = shape.elements.first?.value else {
      Issue.record("the shape holds an extension")
      return
    }
    #expect(extend.body(.sample).map(\.value).addresses == ["aws_s3_bucket.bucket-1"])
    #expect(extend.body(.sample).map(\.value).addresses == ["aws_s3_bucket.bucket-2"])
  }

  @Test func `an extension of a cell reads what the cell's root offers`() {
    let extend = Extend { cell in
      for (index, subnet) in cell.privateSubnetIDs.enumerated() {
        Resource(Bucket.self, "\(cell.cellName)-\(index)") { $0.bucket = "\(cell.vpcID)-\(subnet)" }
      }
    }
    let declarations = extend.body(.sample).map(\.value).declarations
    #expect(
      declarations.map(\.address.name) == ["cell-use1-01-0", "cell-use1-01-1"])
    #expect(
      declarations.map(\.body)
        == [["bucket": "vpc-1-subnet-2"], ["bucket": "vpc-1-subnet-3"]])
  }

  @Test func `an extension of an environment reads what the global root offers`() {
    let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {
      Extend { root in
        Resource(Bucket.self, "b") { $0.bucket = "\(root.environmentName)-\(root.hostedZoneID)" }
      }
    }
    guard case .extend(let extend) = environment.elements.first?.value else {
      Issue.record("the environment holds an extension")
      return
    }
    let root = GlobalReferences(environmentName: "staging", hostedZoneID: "Z1")
    #expect(
      extend.body(root).map(\.value).declarations.map(\.body) == [["bucket": "staging-Z1"]])
  }

  @Test func `an amendment changes what it names and leaves the rest`() throws {
    let extend = Extend { (_: CellReferences) in
      Amend(Bucket.self, "logs") {
        $0.forceDestroy = true
        $0.bucket = $0.bucket.map { "\($0)-amended" }
      }
    }
    guard case .amendment(let amendment) = extend.body(.sample).first?.value else {
      Issue.record("the extension amends")
      return
    }
    #expect(amendment.address == TerraformAddress(.resource, type: "aws_s3_bucket", name: "logs"))
    let before: TerraformBody = ["bucket": "logs", "tags": ["owner": "us"]]
    #expect(
      amendment.applied(to: before) == [
        "bucket": "logs-amended", "force_destroy": true, "tags": ["owner": "us"],
      ])
  }

  @Test func `an amendment removes an argument that it sets to nil`() {
    let extend = Extend { (_: CellReferences) in Amend(Bucket.self, "logs") { $0.bucket = nil } }
    guard case .amendment(let amendment) = extend.body(.sample).first?.value else {
      Issue.record("the extension amends")
      return
    }
    #expect(
      amendment.applied(to: ["bucket": "logs", "force_destroy": false]) == ["force_destroy": false])
  }
}

/// Counts how often a block is evaluated.
private final class Evaluations: Sendable {
  let count = Mutex(0)

  func next() -> String {
    count.withLock { count in
      count += 1
      return "bucket-\(count)"
    }
  }
}

extension [Extension] {
  fileprivate var declarations: [TerraformDeclaration] {
    compactMap { if case .resource(let declaration) = $0 { declaration } else { nil } }
  }

  fileprivate var addresses: [String] { declarations.map { "\($0.address)" } }
}
