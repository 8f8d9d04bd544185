import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// Names of blocks, which Terraform reads as identifiers.
@Suite struct BlockNameTests {
  /// A cell's name may begin with a digit, a block's may not.
  @Test(arguments: [Routing.Policy.failover, .latency])
  func `a cell whose name begins with a digit has blocks that Terraform can read`(
    _ routing: Routing.Policy
  ) throws {
    let fleet = try WrittenFleet(numberedCell(routing))
    #expect(
      Set(fleet["sample", "routing"].blocks("aws_route53_health_check").keys) == ["_1cell"])
    let records: Set = routing == .failover ? ["primary"] : ["_1cell", "us_east_1"]
    #expect(Set(fleet["sample", "routing"].blocks("aws_route53_record").keys) == records)
    #expect(try strangeNames(in: numberedCell(routing)) == [])
  }

  @Test func `every block of our fleet and of every choice has a name that Terraform can read`()
    throws
  {
    #expect(try strangeNames(in: Cells.fleet) == [])
    #expect(try strangeNames(in: everyChoice) == [])
  }

  @Test(arguments: ["1st", "two words", "", "a.b", "ä", "-a"])
  func `the check knows what is no identifier`(_ name: String) {
    #expect(!isIdentifier(name))
  }

  private func numberedCell(_ routing: Routing.Policy) -> Fleet {
    Fleet {
      Environment("sample", account: "111122223333", domain: "api.example.com", home: .usEast1) {
        Release("1.0.0")
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        GlobalTable(.deliveries)
        GlobalTable(.stories)
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        Routing(routing)
        Cell("1cell", in: .usEast1, role: .primary, index: 0, shape: .allServices)
      }
    }
  }

  /// Names of blocks, local values and outputs that are no identifiers, each with its root.
  private func strangeNames(in fleet: Fleet) throws -> [String] {
    try WrittenFleet(fleet).all.flatMap { root in
      let blocks = ["resource", "data", "ephemeral"].flatMap { kind in
        root.allBlocks(kind: kind).values.flatMap(\.keys)
      }
      let values = root.files.values.flatMap { file in
        ["locals", "output", "variable"].flatMap { file[$0].members.keys }
      }
      return (blocks + values).filter { !isIdentifier($0) }.map { "\(root.path): \($0)" }
    }
  }
}

extension CellShape {
  fileprivate static let allServices = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.worker)
      Run(.poller)
    }
  }
}

/// Source: Terraform 1.11, "Configuration Syntax", "Identifiers"; the part of it that is ASCII.
private func isIdentifier(_ name: String) -> Bool {
  name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_\-]*/) != nil
}
