import CellDescription
import CellPrimitives
import Cells
import Testing

/// What an environment's README tells whoever applies it.
@Suite struct GuideTests {
  @Test func `it tells how to take over the role of Spot, where a cell uses Spot`() throws {
    let guides = try tree(of: Cells.fleet).texts
    let production = try #require(guides["production/README.md"])
    #expect(
      production.contains(
        """
        terraform import aws_iam_service_linked_role.spot \\
          arn:aws:iam::123456789012:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot
        """))
    let small = try #require(
      try tree(of: smallFleet([("blue-a", .usEast1, 0)])).texts["blue/README.md"])
    #expect(!small.contains("Spot"))
    // Where a part is left out, no gap is left.
    for guide in guides.values where guide.hasPrefix("# ") { #expect(!guide.contains("\n\n\n")) }
  }

  @Test func `it tells who may enter the clusters`() throws {
    let guides = try tree(of: Cells.fleet).texts
    #expect(
      try #require(guides["staging/README.md"]).contains(
        """
        - `arn:aws:iam::345678901234:role/operators` may do everything

        These roles have to exist before a cell is applied
        """))
    let small = try #require(
      try tree(of: smallFleet([("blue-a", .usEast1, 0)])).texts["blue/README.md"])
    #expect(small.contains("Nobody enters a cluster but whoever creates it."))
  }

  @Test func `it tells which GitHub environments may plan and deploy`() throws {
    let guide = try #require(try tree(of: Cells.fleet).texts["development/README.md"])
    let roles = "arn:aws:iam::210987654321:role/bizcomms-development"
    for (environment, role) in [("development-plan", "plan"), ("development", "deploy")] {
      #expect(guide.contains("- `\(environment)` may take `\(roles)-\(role)`"))
    }
    let small = try tree(of: smallFleet([("blue-a", .usEast1, 0)])).texts["blue/README.md"]
    #expect(small?.contains("GitHub") == false)
  }
}
