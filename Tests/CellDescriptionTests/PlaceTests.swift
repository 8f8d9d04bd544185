import CellContract
import CellDescription
import CellPrimitives
import SourceLocations
import TerraformDocument
import Testing

/// Every element's place is where that element begins, and nobody else's.
@Suite struct PlaceTests {
  @Test func `each element of a block has its own line and column`() {
    let line = #line
    let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {
      Release("1.4.2"); Routing(.failover)
      GlobalTable(.deliveries)

      if line > 0 {
        HostedZone(
          .created("example.com"))
      }
    }
    #expect(
      environment.elements.map(\.location) == [
        Place(file: #filePath, line: line + 2, column: 7),
        Place(file: #filePath, line: line + 2, column: 25),
        Place(file: #filePath, line: line + 3, column: 7),
        Place(file: #filePath, line: line + 6, column: 9),
      ])
    // An initializer is told where its parenthesis stands.
    #expect(environment.location == Place(file: #filePath, line: line + 1, column: 34))
  }

  @Test func `elements of nested blocks have places of their own`() throws {
    let line = #line
    let shape = CellShape {
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2...6)
        Run(.api)
      }
      VPC()
    }
    #expect(shape.elements.map(\.location.line) == [line + 2, line + 6])
    guard case .eks(let cluster) = try #require(shape.elements.first).value else {
      Issue.record("the first element is the cluster")
      return
    }
    #expect(cluster.elements.map(\.location.line) == [line + 3, line + 4])
    #expect(cluster.elements.map(\.location.column) == [9, 9])
  }

  @Test func `an environment keeps the place where it is declared when a fleet lists it`() {
    let line = #line
    let listed = Environment("a", account: "1", domain: "d", home: .usEast1) {}
    let fleet = Fleet {
      listed
      Environment("b", account: "1", domain: "d", home: .usEast1) {}
    }
    #expect(fleet.environments.map(\.value.name) == ["a", "b"])
    #expect(fleet.environments.map(\.location.line) == [line + 1, line + 4])
    #expect(fleet.environments.map(\.location) == fleet.environments.map(\.value.location))
  }

  @Test func `a repeated element has the place of its one line each time`() {
    let line = #line
    let cluster = EKS {
      for index in 0..<3 {
        NodeGroup(named: "group-\(index)")
      }
    }
    #expect(cluster.elements.map(\.location.line) == [line + 3, line + 3, line + 3])
  }

  @Test func `resources and amendments of an extension have places of their own`() {
    let line = #line
    let extend = Extend { (_: CellReferences) in
      Resource(Bucket.self, "a") { $0.bucket = "a" }
      Amend(Bucket.self, "logs") { $0.bucket = "b" }
    }
    let extensions = extend.body(.sample)
    #expect(extensions.map(\.location.line) == [line + 2, line + 3])
    #expect(extensions.map(\.location.column) == [7, 7])
    guard case .resource(let declaration) = extensions.first?.value else {
      Issue.record("the first is a resource")
      return
    }
    #expect(declaration.location == extensions.first?.location)
  }
}
