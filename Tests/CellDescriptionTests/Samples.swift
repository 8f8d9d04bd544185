import CellDescription
import TerraformDocument

/// A schema as the bindings write one.
struct Bucket: TerraformSchema {
  typealias Attributes = BucketAttributes
  static let type = "aws_s3_bucket"
  static let kind = TerraformAddress.Kind.resource
  var body: TerraformBody = [:]

  var bucket: Argument<String>? {
    get { self[argument: "bucket"] }
    set { self[argument: "bucket"] = newValue }
  }
  var forceDestroy: Argument<Bool>? {
    get { self[argument: "force_destroy"] }
    set { self[argument: "force_destroy"] = newValue }
  }
}

struct BucketAttributes: TerraformAttributes {
  let reference: TerraformReference
  init(_ reference: TerraformReference) { self.reference = reference }
}

extension CellReferences {
  /// What a cell's root could offer.
  static let sample = CellReferences(
    cellName: "cell-use1-01", vpcID: "vpc-1", publicSubnetIDs: ["subnet-1"],
    privateSubnetIDs: ["subnet-2", "subnet-3"], databaseSubnetIDs: [],
    clusterName: "bizcomms-cell-use1-01-eks", clusterSecurityGroupID: "sg-1")
}
