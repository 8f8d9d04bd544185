import CellContract
import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// Where images are kept.
@Suite struct ImagesTests {
  @Test func `every service has a repository in every region, each made there by itself`() throws {
    let global = try WrittenFleet(twoCells())["sample", "global"]
    let repositories = global.blocks("aws_ecr_repository")
    #expect(
      Set(repositories.keys) == [
        "api_us_east_1", "api_us_west_2", "poller_us_east_1", "poller_us_west_2",
        "worker_us_east_1", "worker_us_west_2",
      ])
    #expect(
      repositories["api_us_west_2"] == [
        "encryption_configuration": [["encryption_type": "AES256"]],
        "force_delete": false,
        "image_scanning_configuration": ["scan_on_push": true],
        "image_tag_mutability": "IMMUTABLE",
        "lifecycle": ["prevent_destroy": true],
        "name": "bizcomms-api",
        "provider": "aws.us-west-2",
      ])
    #expect(global.blocks("aws_ecr_replication_configuration").isEmpty)
  }

  @Test func `an environment that comes and goes takes its images with it`() throws {
    let global = try WrittenFleet(sample(dataProtection: .none))["sample", "global"]
    let repository = global["aws_ecr_repository", "worker_us_east_1"]
    #expect(repository["force_delete"] == true)
    #expect(repository["lifecycle"] == .null)
  }

  @Test func `what lost its tag goes after a week, and a hundred releases stay`() throws {
    let global = try WrittenFleet(twoCells())["sample", "global"]
    let policy = global["aws_ecr_lifecycle_policy", "poller_us_west_2"]
    #expect(policy["repository"] == "${aws_ecr_repository.poller_us_west_2.name}")
    #expect(policy["provider"] == "aws.us-west-2")
    #expect(
      global.document(policy["policy"])["rules"].elements.map { $0["selection"] } == [
        [
          "countNumber": 7, "countType": "sinceImagePushed", "countUnit": "days",
          "tagStatus": "untagged",
        ],
        [
          "countNumber": 100, "countType": "imageCountMoreThan", "tagPatternList": ["*"],
          "tagStatus": "tagged",
        ],
      ])
  }

  @Test func `a repository is the one that a cell of its region pulls from`() throws {
    let account = try #require(AccountID("111122223333"))
    let scope = EnvironmentScope(environment: "sample", account: account)
    let cell = CellScope(environment: scope, cell: "cell-b", region: .usWest2)
    let global = try WrittenFleet(twoCells())["sample", "global"]
    for service in ServiceName.allCases {
      let name = try #require(
        global["aws_ecr_repository", "\(service)_us_west_2"]["name"].text)
      #expect(
        cell.imageRepository(of: service) == "111122223333.dkr.ecr.us-west-2.amazonaws.com/\(name)")
    }
  }

  @Test func `Lambda may pull for the functions of the region, and nobody else has a policy`()
    throws
  {
    let global = try WrittenFleet(
      sample { EKS { Run(.poller, as: .lambda(every: .minutes(5))) } })["sample", "global"]
    let policies = global.blocks("aws_ecr_repository_policy")
    #expect(Set(policies.keys) == ["poller_us_east_1"])
    #expect(
      global.document(policies["poller_us_east_1"]?["policy"] ?? .null) == [
        "Statement": [
          [
            "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            "Condition": [
              "ArnLike": [
                "aws:SourceArn": [
                  "arn:aws:lambda:us-east-1:111122223333:function:bizcomms-cell-a-poller"
                ]
              ]
            ],
            "Effect": "Allow",
            "Principal": ["Service": "lambda.amazonaws.com"],
          ]
        ],
        "Version": "2012-10-17",
      ])
    let pods = try WrittenFleet(sample())["sample", "global"]
    #expect(pods.blocks("aws_ecr_repository_policy").isEmpty)
  }
}
