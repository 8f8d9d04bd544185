/// A block that elements are written in.
enum SampleBlock: CaseIterable {
  case fleet
  case environment
  case shape
  case eachCell
  case cell
  case cluster
  case cellExtension
  case globalExtension

  /// The builder that collects what stands in it.
  var builder: String {
    switch self {
    case .fleet: "FleetBuilder"
    case .environment: "EnvironmentBuilder"
    case .shape, .eachCell, .cell: "CellBuilder"
    case .cluster: "ClusterBuilder"
    case .cellExtension, .globalExtension: "ExtendBuilder"
    }
  }

  /// The lines around its elements, from the outermost block inwards.
  private var openings: [String] {
    let environment =
      #"Environment("e", account: "123456789012", domain: "example.com", home: .usEast1) {"#
    let cell = #"Cell("cell-use1-01", in: .usEast1, role: .primary, shape: shape) {"#
    return switch self {
    case .fleet: ["Fleet {"]
    case .environment: ["Fleet {", environment]
    case .shape: ["CellShape {"]
    case .eachCell: [environment, "EachCell {"]
    case .cell: ["Fleet {", environment, cell]
    case .cluster: ["CellShape {", #"EKS(version: "1.35") {"#]
    case .cellExtension: [environment, cell, "Extend { _ in"]
    case .globalExtension: [environment, "Extend { _ in"]
    }
  }

  /// A function whose block holds `lines`.
  func function(_ name: String, holding lines: [String]) -> [String] {
    var opening = openings
    opening[0] = "_ = " + opening[0]
    return ["func \(name)() {"] + opening + lines + opening.map { _ in "}" } + ["}"]
  }
}

/// What every sample file begins with: imports as in the cells, and a schema as bindings write it.
let samplePreamble = """
  import CellContract
  import CellDescription
  import CellPrimitives
  import TerraformDocument

  struct BucketAttributes: TerraformAttributes {
    let reference: TerraformReference
    init(_ reference: TerraformReference) { self.reference = reference }
  }

  struct Bucket: TerraformSchema {
    typealias Attributes = BucketAttributes
    static let type = "aws_s3_bucket"
    static let kind = TerraformAddress.Kind.resource
    var body: TerraformBody = [:]
    var bucket: Argument<String>? {
      get { self[argument: "bucket"] }
      set { self[argument: "bucket"] = newValue }
    }
  }

  let shape = CellShape {}
  """
