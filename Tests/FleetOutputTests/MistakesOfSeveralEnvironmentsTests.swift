import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetOutput
import SourceLocations
import TerraformAWS
import TerraformDocument
import Testing

/// Environments are generated one by one, and yet everything that is wrong is told at once.
@Suite struct MistakesOfSeveralEnvironmentsTests {
  @Test func `names what is wrong with the extensions of every environment`() throws {
    let fleet = Fleet {
      environment("green", account: "444455556666")
      environment("blue", account: "111122223333")
    }
    let failure = try #require(throws: InvalidFleet.self) { try tree(of: fleet) }
    #expect(failure.diagnostics.map(\.rule) == ["amend-missing", "amend-missing"])
    #expect(
      failure.diagnostics.map(\.message).sorted() == [
        "blue/terraform/cells/blue-a has no aws_vpc.other to amend",
        "green/terraform/cells/green-a has no aws_vpc.other to amend",
      ])
  }

  private func environment(_ name: String, account: String) -> Environment {
    Environment(
      name, account: account, domain: "api.\(name).example.com", home: .usEast1,
      peering: .environment
    ) {
      Release("1.0.0")
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      HostedZone(.created("\(name).example.com"))
      OnCall(.email("oncall@example.com"))
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .t4gMedium)
      Cell("\(name)-a", in: .usEast1, role: .primary, index: 0, shape: .small) {
        Extend { _ in Amend(AWS.VPC.self, "other") { $0.enableDNSSupport = true } }
      }
    }
  }
}
