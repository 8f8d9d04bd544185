import FleetIndex
import SourceLocations
import TerraformDocument
import Testing

@Suite struct BlockIndexTests {
  let index: BlockIndex

  init() throws { index = try OurFleet.index() }

  @Test func `every block of our roots has a line of cells and a reason`() {
    #expect(index.blocks.count > 1000)
    let places = OurFleet.places
    let unexplained = index.blocks.filter { block in
      block.reason.isEmpty || !block.origin.file.contains("/cells/")
        || places.layer(of: block.origin) == nil
    }
    #expect(unexplained.map(\.id.name) == [])
  }

  @Test func `no block has a name that another of its root has`() {
    let ids = index.blocks.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `every link leads to a block that is there`() {
    let ids = Set(index.blocks.map(\.id))
    let links = index.blocks.flatMap { index.targets(of: $0) }
    #expect(links.count > 1000)
    #expect(links.filter { !ids.contains($0.target) || !ids.contains($0.source) }.isEmpty)
  }

  @Test func `what refers to a block is found from both ends`() throws {
    let vpc = try BlockQuery(["cell-use1-01", "aws_vpc.main"]).block(in: index)
    let subnet = try BlockQuery(["cell-use1-01", "aws_subnet.public_use1_az1"]).block(in: index)
    #expect(index.targets(of: subnet).map(\.target) == [vpc.id])
    #expect(index.sources(of: vpc).map(\.source).contains(subnet.id))
  }

  @Test func `a root reads what global publishes in its own region`() {
    let links = index.linksBetweenRoots.filter { $0.source.root.environment == "production" }
    let readings = Set(links.map { "\($0.source.root.folder) ← \($0.target.name)" })
    #expect(
      readings == [
        "cells/cell-use1-01 ← aws_secretsmanager_secret.alerts_master_user",
        "cells/cell-use1-01 ← aws_ssm_parameter.certificate_arn_us_east_1",
        "cells/cell-use1-01 ← aws_ssm_parameter.hosted_zone_id_us_east_1",
        "cells/cell-use1-01 ← aws_ssm_parameter.secrets_key_arn_us_east_1",
        "cells/cell-usw1-01 ← aws_ssm_parameter.certificate_arn_us_west_1",
        "cells/cell-usw1-01 ← aws_ssm_parameter.hosted_zone_id_us_west_1",
        "cells/cell-usw1-01 ← aws_ssm_parameter.secrets_key_arn_us_west_1",
        "routing ← aws_ssm_parameter.hosted_zone_id_us_east_1",
      ])
    #expect(links.allSatisfy { $0.kind == .reading && $0.target.root.folder == "global" })
  }
}
