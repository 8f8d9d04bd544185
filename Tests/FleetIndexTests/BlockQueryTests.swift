import FleetIndex
import Testing

@Suite struct BlockQueryTests {
  let index: BlockIndex

  init() throws { index = try OurFleet.index() }

  @Test(arguments: [
    ("cell-use1-01 aws_vpc.main", "production/cells/cell-use1-01 aws_vpc.main"),
    ("production/cells/cell-use1-01 aws_vpc.main", "production/cells/cell-use1-01 aws_vpc.main"),
    (
      "out/production/terraform/cells/cell-use1-01/ aws_vpc.main",
      "production/cells/cell-use1-01 aws_vpc.main"
    ),
    ("cell-use1-01.aws_vpc.main", "production/cells/cell-use1-01 aws_vpc.main"),
    (
      "production global.aws_dynamodb_table.deliveries",
      "production/global aws_dynamodb_table.deliveries"
    ),
    (
      "production.global.aws_dynamodb_table.deliveries",
      "production/global aws_dynamodb_table.deliveries"
    ),
    (
      "staging routing data.aws_ssm_parameter.hosted_zone_id",
      "staging/routing data.aws_ssm_parameter.hosted_zone_id"
    ),
    (
      "production.routing.data.aws_ssm_parameter.hosted_zone_id",
      "production/routing data.aws_ssm_parameter.hosted_zone_id"
    ),
    ("cell-use1-01 local.api_policy", "production/cells/cell-use1-01 local.api_policy"),
    ("cell-use1-01 aws_eks_cluster", "production/cells/cell-use1-01 aws_eks_cluster.main"),
    (
      "aws_dynamodb_table_replica.stories_us_west_1",
      "production/global aws_dynamodb_table_replica.stories_us_west_1"
    ),
  ])
  func `finds the one block that is meant`(words: String, expected: String) throws {
    let block = try query(words).block(in: index)
    #expect("\(block.id.root.shortName) \(block.id.name)" == expected)
  }

  @Test func `lists the blocks that can be meant`() {
    #expect(
      failure("aws_vpc.main")
        == .ambiguous(
          index.blocks.map(\.id).filter { $0.name == "aws_vpc.main" }))
    guard case .ambiguous(let gateways) = failure("cell-use1-01 aws_nat_gateway") else {
      Issue.record("a type is not ambiguous")
      return
    }
    #expect(
      gateways.map(\.name) == [
        "aws_nat_gateway.use1_az1", "aws_nat_gateway.use1_az2", "aws_nat_gateway.use1_az4",
      ])
  }

  @Test(arguments: [
    (
      "cell-use1-01 aws_vpc.mian", "there is no aws_vpc.mian in cell-use1-01",
      "did you mean aws_vpc.main?"
    ),
    (
      "cell-use1-10 aws_vpc.main", "there is no environment, root or cell cell-use1-10",
      "did you mean cell-use1-01?"
    ),
    (
      "production global aws_vpc.main", "there is no aws_vpc.main in production/global",
      "there is one in production/cells/cell-use1-01"
    ),
    (
      "production cell-use1-dev aws_vpc.main", "no root is production and cell-use1-dev at once",
      "they are development/backend-setup, development/cells/cell-use1-dev, development/global, "
        + "development/routing, production/backend-setup, production/cells/cell-use1-01, "
        + "production/cells/cell-usw1-01, production/global, production/routing, "
        + "staging/backend-setup, staging/cells/cell-use1-stg, staging/global, staging/routing"
    ),
    (
      "production something_else_entirely", "there is no something_else_entirely in production",
      "its type is one of those in the root's files, such as aws_vpc.main"
    ),
  ])
  func `says what was probably meant`(words: String, problem: String, advice: String) {
    #expect(failure(words) == .unknown(problem, advice: advice))
  }

  private func query(_ words: String) -> BlockQuery {
    BlockQuery(words.split(separator: " ").map(String.init))
  }

  private func failure(_ words: String) -> BlockQuery.Failure? {
    do throws(BlockQuery.Failure) {
      _ = try query(words).block(in: index)
      return nil
    } catch {
      return error
    }
  }
}
