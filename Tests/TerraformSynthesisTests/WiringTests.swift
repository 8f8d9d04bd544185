import CellDescription
import CellPrimitives
import Cells
import TerraformAWS
import TerraformDocument
import Testing

/// How roots hand values to one another: as SSM parameters, each read in its own region.
@Suite struct WiringTests {
  @Test(arguments: ["our fleet", "every choice"])
  func `what a root reads, another publishes in the same region`(_ name: String) throws {
    let wiring = try Wiring(name == "our fleet" ? Cells.fleet : everyChoice)
    #expect(!wiring.read.isEmpty)
    #expect(wiring.read.subtracting(wiring.published) == [])
  }

  @Test(arguments: ["our fleet", "every choice"])
  func `what is published is read by a root or by a service`(_ name: String) throws {
    let wiring = try Wiring(name == "our fleet" ? Cells.fleet : everyChoice)
    let unread = wiring.published.subtracting(wiring.read).filter { parameter in
      !wiring.readAtRunTime.contains { parameter.isBelow($0) }
    }
    #expect(unread.filter { !publishedForLater.contains($0.lastPart) } == [])
  }

  @Test func `the check finds a parameter that nobody publishes`() throws {
    let wiring = try Wiring(
      sample {
        Extend { cell in
          Resource(AWS.SSMParameter.self, "mine") {
            $0.name = "/sample/mine"
            $0.type = "String"
            $0.value = cell.vpcID
          }
        }
      })
    let mine = Wiring.Parameter(environment: "sample", region: "us-east-1", name: "/sample/mine")
    #expect(wiring.published.contains(mine))
    #expect(!wiring.read.contains(mine))
  }
}

/// Last parts of names that are published everywhere although not every region has a reader yet:
/// a cell that is added there must not need another apply of the global root first.
private let publishedForLater: Set = ["certificate-arn", "secrets-key-arn"]

/// The SSM parameters of a fleet, by environment and region.
private struct Wiring {
  struct Parameter: Hashable {
    let environment: String
    let region: String
    let name: String

    var lastPart: String { name.split(separator: "/").last.map(String.init) ?? "" }

    func isBelow(_ path: Parameter) -> Bool {
      environment == path.environment && region == path.region
        && name.hasPrefix("\(path.name)/")
    }
  }

  var published: Set<Parameter> = []
  var read: Set<Parameter> = []
  /// Paths below which some service may read.
  var readAtRunTime: Set<Parameter> = []

  init(_ fleet: Fleet) throws {
    for root in try WrittenFleet(fleet).all {
      for block in root.blocks("aws_ssm_parameter").values {
        published.insert(Self.parameter(block, in: root))
      }
      for block in root.blocks("aws_ssm_parameter", kind: "data").values {
        read.insert(Self.parameter(block, in: root))
      }
      for policy in root.blocks("aws_iam_role_policy").values {
        for statement in root.document(policy["policy"])["Statement"].elements
        where statement["Action"].elements.contains("ssm:GetParametersByPath") {
          for arn in statement["Resource"].texts {
            let parts = arn.split(separator: ":", maxSplits: 5).map(String.init)
            readAtRunTime.insert(
              Parameter(
                environment: root.path.environment, region: parts[3],
                name: String(parts[5].dropFirst("parameter".count))))
          }
        }
      }
    }
  }

  private static func parameter(_ block: TerraformJSON, in root: WrittenRoot) -> Parameter {
    Parameter(
      environment: root.path.environment, region: region(of: block, in: root) ?? "?",
      name: block["name"].text ?? "?")
  }
}
