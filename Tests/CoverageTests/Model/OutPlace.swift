/// A root or a chart's values where a claim is looked up.
struct OutPlace: Hashable, Sendable {
  let environment: String
  /// Below the environment's folder.
  let folder: String
  /// The cell that `<cell>` stands for; empty where the place is of no cell.
  var cell = ""
  /// The region that `<region>` stands for, and `<region_name>` as blocks are named after it.
  var region = "us-east-1"
  /// The zone that `<zone>` stands for, as blocks are named after it; empty where none is meant.
  var zone = ""

  /// Below `out/`.
  var path: String { "\(environment)/\(folder)" }

  /// A text with this place's cell, region and zone in it.
  func fill(_ text: String) -> String {
    guard text.contains("<") else { return text }
    return text.replacing("<cell>", with: cell).replacing("<region>", with: region)
      .replacing("<region_name>", with: region.replacing("-", with: "_"))
      .replacing("<zone>", with: zone)
  }
}

extension OutPlace {
  static let backend = OutPlace(environment: "production", folder: "terraform/backend-setup")
  static let global = OutPlace(environment: "production", folder: "terraform/global")
  static let routing = OutPlace(environment: "production", folder: "terraform/routing")

  static let use1 = cell("cell-use1-01", in: "us-east-1", of: "production")
  static let usw1 = cell("cell-usw1-01", in: "us-west-1", of: "production")
  /// Every zone of production's cells: three in us-east-1, and two in us-west-1, which offers no more to
  /// most accounts.
  static let zones =
    ["use1_az1", "use1_az2", "use1_az4"].map { use1.in(zone: $0) }
    + ["usw1_az1", "usw1_az3"].map { usw1.in(zone: $0) }

  /// `global`, which makes in every region what cells there share.
  static let globalRegions = ["us-east-1", "us-west-1"].map { global.in(region: $0) }

  /// `backend-setup`, which makes a state bucket in every region.
  static let backendRegions = ["us-east-1", "us-west-1"].map { backend.in(region: $0) }

  private func `in`(region: String) -> OutPlace {
    var place = self
    place.region = region
    return place
  }

  private func `in`(zone: String) -> OutPlace {
    var place = self
    place.zone = zone
    return place
  }

  static let staging = cell("cell-use1-stg", in: "us-east-1", of: "staging")
  static let development = cell("cell-use1-dev", in: "us-east-1", of: "development")

  static let use1Values = values("cell-use1-01", in: "us-east-1", of: "production")
  static let usw1Values = values("cell-usw1-01", in: "us-west-1", of: "production")
  static let stagingValues = values("cell-use1-stg", in: "us-east-1", of: "staging")
  static let developmentValues = values("cell-use1-dev", in: "us-east-1", of: "development")

  static let stagingGlobal = OutPlace(environment: "staging", folder: "terraform/global")
  static let developmentGlobal = OutPlace(environment: "development", folder: "terraform/global")

  private static func cell(_ name: String, in region: String, of environment: String) -> OutPlace {
    OutPlace(
      environment: environment, folder: "terraform/cells/\(name)", cell: name, region: region)
  }

  private static func values(_ name: String, in region: String, of environment: String)
    -> OutPlace
  {
    OutPlace(
      environment: environment, folder: "helm/values-\(name).yaml", cell: name, region: region)
  }
}
