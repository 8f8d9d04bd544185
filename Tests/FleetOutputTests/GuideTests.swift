import CellContract
import CellDescription
import CellPrimitives
import Cells
import GeneratedFiles
import Testing

/// What an environment's guide tells people to do, in which order.
@Suite struct GuideTests {
  /// Scripts read the roots from lines that hold nothing else.
  @Test func `the roots stand in the order of their application, one a line`() throws {
    for (environment, roots) in [
      (
        "production",
        ["backend-setup", "global", "cells/cell-use1-01", "cells/cell-usw1-01", "routing"]
      ),
      ("development", ["backend-setup", "global", "cells/cell-use1-dev", "routing"]),
    ] {
      let guide = try guide(of: environment, in: Cells.fleet)
      let lines = guide.split(separator: "\n").compactMap { line in
        line.wholeMatch(of: /\d+\. `terraform\/(\S+)`/).map { String($0.1) }
      }
      #expect(lines == roots)
    }
  }

  @Test func `a function's image is pushed after global and before its cell`() throws {
    let guide = try guide(of: "development", in: Cells.fleet)
    #expect(
      guide.contains(
        """
        2. `terraform/global`
        3. the image of `bizcomms-poller`, as said under [Images](#images)
        4. `terraform/cells/cell-use1-dev`
        """))
    #expect(
      guide.contains(
        """
        docker image inspect --format '{{ .Os }}/{{ .Architecture }}' bizcomms-poller:0.1.0  # linux/amd64
        aws ecr get-login-password --region us-east-1 |
          docker login --username AWS --password-stdin 210987654321.dkr.ecr.us-east-1.amazonaws.com
        docker tag bizcomms-poller:0.1.0 210987654321.dkr.ecr.us-east-1.amazonaws.com/bizcomms-poller:0.1.0
        docker push 210987654321.dkr.ecr.us-east-1.amazonaws.com/bizcomms-poller:0.1.0
        """))
  }

  @Test func `the image is the function's own, of its release, region and machines`() throws {
    let guide = try guide(
      of: "sample",
      in: oneCell(
        in: .euWest1, release: "2.0.1",
        EKS(version: "1.35") {
          NodeGroup(.m7gLarge, count: 2)
          Run(.api)
          Run(.poller, as: .lambda(every: .minutes(5)))
        }))
    #expect(guide.contains("`--platform linux/arm64 --provenance=false --sbom=false`"))
    #expect(
      guide.contains(
        "docker push 111122223333.dkr.ecr.eu-west-1.amazonaws.com/bizcomms-poller:2.0.1"))
  }

  @Test func `pods wait for their images, so no step stands before their cell`() throws {
    let guide = try guide(of: "production", in: Cells.fleet)
    #expect(guide.contains("2. `terraform/global`\n3. `terraform/cells/cell-use1-01`"))
    #expect(!guide.contains("docker push"))
  }

  @Test func `workflows are refused where their tokens have IDs that the cells don't name`() throws
  {
    let guide = try guide(of: "production", in: Cells.fleet)
    #expect(guide.contains("GitHub whose subject begins with `repo:bizcomms/bizcomms:`."))
    #expect(guide.contains("created, renamed or transferred on or after 2026-07-15"))
    #expect(guide.contains("`gh api repos/bizcomms/bizcomms --jq '.owner.id, .id'` prints"))
  }

  @Test func `an administrator applies what the roles of workflows must not change`() throws {
    let guide = try guide(of: "production", in: Cells.fleet)
    #expect(guide.contains("and whenever its `deployment.tf.json` or\n`audit.tf.json` changes"))
  }

  @Test func `with IDs the guide says what their subjects begin with`() throws {
    let guide = try guide(
      of: "sample",
      in: oneCell(
        in: .euWest1, release: "1.0.0",
        deployedBy: GitHubRepository("example/cells", ownerID: 12, repositoryID: 34),
        EKS(version: "1.35") {
          NodeGroup(.t3Large, count: 2)
          Run(.api)
        }))
    #expect(guide.contains("begins with `repo:example@12/cells@34:`."))
    #expect(guide.contains("from before 2026-07-15 have these IDs only once it has opted in."))
    #expect(!guide.contains("gh api"))
  }

  @Test func `every topic and subscriber is listed, with the command that shows who confirmed`()
    throws
  {
    let guide = try guide(of: "production", in: Cells.fleet)
    #expect(
      guide.contains(
        """
        | `bizcomms-cell-use1-01-alarms` | us-east-1 | oncall@bizcomms.example.com |
        | `bizcomms-cell-usw1-01-alarms` | us-west-1 | oncall@bizcomms.example.com |
        | `bizcomms-production-fleet-alarms` | us-east-1 | oncall@bizcomms.example.com |
        """))
    let topics = guide.matches(of: /--topic-arn (\S+)/).map { String($0.1) }
    #expect(
      topics == [
        "arn:aws:sns:us-east-1:123456789012:bizcomms-cell-use1-01-alarms",
        "arn:aws:sns:us-west-1:123456789012:bizcomms-cell-usw1-01-alarms",
        "arn:aws:sns:us-east-1:123456789012:bizcomms-production-fleet-alarms",
      ])
    #expect(guide.contains("aws sns list-subscriptions-by-topic --region us-west-1"))
  }

  /// The guide can't name a topic that Terraform does not make.
  @Test func `the topics of the guide are those that have subscribers`() throws {
    let texts = try tree(of: Cells.fleet).texts
    for environment in ["production", "staging", "development"] {
      let guide = try #require(texts["\(environment)/README.md"])
      let listed = guide.matches(of: /--topic-arn arn:aws:sns:[\w-]+:\d+:(\S+)/)
      let made = texts.filter {
        $0.key.hasPrefix("\(environment)/") && $0.key.hasSuffix("alarms.tf.json")
      }.values.flatMap { $0.matches(of: /"name": "(bizcomms\S+-alarms)"/) }
      #expect(listed.map { String($0.1) }.sorted() == made.map { String($0.1) }.sorted())
    }
  }

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

  private func guide(of environment: String, in fleet: Fleet) throws -> String {
    try #require(tree(of: fleet).texts["\(environment)/README.md"])
  }

  private func oneCell(
    in region: Region, release: String, deployedBy repository: GitHubRepository? = nil,
    _ cluster: EKS
  ) -> Fleet {
    Fleet {
      Environment("sample", account: "111122223333", domain: "api.example.com", home: region) {
        Release(release)
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        GlobalTable(.stories)
        GlobalTable(.deliveries)
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        if let repository { repository }
        Cell(
          "cell-a", in: region, role: .primary, index: 0,
          shape: CellShape {
            VPC()
            cluster
          })
      }
    }
  }
}
