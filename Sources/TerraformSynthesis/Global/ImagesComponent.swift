import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A repository for each service's images in every region, so that a cell starts pods and functions
/// while other regions are down.
///
/// ECR could copy images from region to region. It does not here: a repository that replication
/// makes takes over neither immutable tags nor lifecycle nor policy, and a copy that lags is found
/// out by the cell that can't pull. Who releases pushes to every region.
/// Source: Amazon ECR User Guide, "Private image replication in Amazon ECR", 2026-11.
///
/// The repositories bear no environment's name: an account holds one environment.
struct ImagesComponent {
  /// Days after which a manifest that lost its tag, or never had one, goes.
  ///
  /// Parts of an image for several architectures have no tag either; ECR keeps them while the image
  /// is there. Source: Amazon ECR User Guide, "Automate the cleanup of images by using lifecycle
  /// policies", 2026-11.
  private static let daysOfUntagged = 7

  /// How many releases are kept.
  ///
  /// ECR does not know which of them run. A hundred is beyond what any cell lags behind or goes back
  /// to; at 100 MB each they are about $1 a month for each repository.
  private static let keptReleases = 100

  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment
  private var location: SourceLocation { environment.location }

  init(_ environment: ResolvedEnvironment) {
    self.environment = environment
    component = TerraformComponent(
      "images", of: .global(of: environment), owner: "\(environment.name) global")
    let lifecycle = component.encoded("images_lifecycle", Self.lifecycle, at: location)
    for region in environment.allRegions {
      for service in ServiceName.allCases {
        add(repositoryOf: service, in: region, lifecycle)
      }
    }
  }

  /// Encrypted with AES-256 by ECR: images hold no secret, and a key of ours would have to let in
  /// every node and function.
  private mutating func add(
    repositoryOf service: ServiceName, in region: Region, _ lifecycle: Argument<String>
  ) {
    let block = blockName(service.rawValue, region.name)
    let meta = environment.meta(in: region)
    let repository = component.add(
      Resource(AWS.ECRRepository.self, block, meta: environment.protecting(meta)) {
        $0.name = Argument(service.contract.workload)
        $0.imageTagMutability = "IMMUTABLE"
        $0.imageScanningConfiguration = .init { $0.scanOnPush = true }
        $0.encryptionConfiguration = [.init { $0.encryptionType = "AES256" }]
        $0.forceDelete = Argument(environment.dataProtection == .none)
      }, because: "keeps the images of the service in the region where they run",
      at: location)
    component.add(
      Resource(AWS.ECRLifecyclePolicy.self, block, meta: meta) {
        $0.repository = repository.name
        $0.policy = lifecycle
      }, because: "removes images that no release needs",
      at: location)
    guard environment.runsAsFunction(service, in: region) else { return }
    let policy = component.policy(
      "\(block)_pull", IAMPolicy(pull(by: service, in: region)), at: location)
    component.add(
      Resource(AWS.ECRRepositoryPolicy.self, block, meta: meta) {
        $0.repository = repository.name
        $0.policy = policy
      }, because: "lets functions of this account fetch the image",
      at: location)
  }

  /// Lets Lambda fetch the image for the cells' functions of the service and for no other.
  ///
  /// Pods need no such statement: their nodes' role may pull.
  /// Source: AWS Lambda Developer Guide, "Create a Lambda function using a container image", Amazon
  /// ECR permissions, 2026-11.
  private func pull(by service: ServiceName, in region: Region) -> IAMPolicy.Statement {
    let functions = environment.cells.filter { $0.region == region && $0.runsAsFunction(service) }
      .map { Argument($0.scope.functionARN(of: service)) }
    return IAMPolicy.Statement(
      principal: ("Service", "lambda.amazonaws.com"),
      actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      conditions: [.init("ArnLike", "aws:SourceArn", anyOf: functions)])
  }

  private static let lifecycle: TerraformJSON = [
    "rules": [
      [
        "action": ["type": "expire"],
        "description": .string("Manifests without a tag go after \(daysOfUntagged) days"),
        "rulePriority": 1,
        "selection": [
          "countNumber": .integer(daysOfUntagged), "countType": "sinceImagePushed",
          "countUnit": "days", "tagStatus": "untagged",
        ],
      ],
      [
        "action": ["type": "expire"],
        "description": .string("The last \(keptReleases) releases stay"),
        "rulePriority": 2,
        "selection": [
          "countNumber": .integer(keptReleases), "countType": "imageCountMoreThan",
          "tagPatternList": ["*"], "tagStatus": "tagged",
        ],
      ],
    ]
  ]
}

extension ResolvedEnvironment {
  fileprivate func runsAsFunction(_ service: ServiceName, in region: Region) -> Bool {
    cells.contains { $0.region == region && $0.runsAsFunction(service) }
  }
}
