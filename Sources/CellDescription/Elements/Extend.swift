public import SourceLocations
public import TerraformDocument

/// Adds typed resources of the user's own to a root, or amends synthesized ones.
///
/// In a cell (or shape, or `EachCell`) it works on the cell's root, in an environment on `global`.
/// The block is evaluated once per root, when that root has been synthesized.
public struct Extend<References: Sendable>: Sendable {
  package let body: @Sendable (References) -> [Placed<Extension>]
}

extension Extend where References == CellReferences {
  /// Extends a cell's root; `body` is given what that root offers for reference.
  public init(@ExtendBuilder _ body: @escaping @Sendable (CellReferences) -> [Placed<Extension>]) {
    self.body = body
  }
}

extension Extend where References == GlobalReferences {
  /// Extends the global root; `body` is given what that root offers for reference.
  ///
  /// One initializer for each kind of root, instead of one for all, lets the compiler blame a
  /// mistyped reference and not the whole block. Disfavored, so that a block which uses no reference
  /// and stands where neither kind belongs is told so, and is not called ambiguous.
  @_disfavoredOverload
  public init(
    @ExtendBuilder _ body: @escaping @Sendable (GlobalReferences) -> [Placed<Extension>]
  ) {
    self.body = body
  }
}

/// Changes arguments of a resource that was synthesized.
///
/// What a rule guards can't be amended: the element in the cells has a parameter for it.
public struct Amend<Schema: TerraformSchema>: Sendable {
  let amendment: Amendment

  /// Changes `name`, of the schema's type.
  public init(
    _: Schema.Type, _ name: String, _ change: @escaping @Sendable (inout Schema) -> Void
  ) {
    amendment = Amendment(
      address: TerraformAddress(Schema.kind, type: Schema.type, name: name)
    ) { body in
      var schema = Schema()
      schema.body = body
      change(&schema)
      return schema.body
    }
  }
}

/// What a cell's root offers to an extension.
public struct CellReferences: Sendable {
  /// The cell's name: a literal.
  public let cellName: String
  /// The VPC.
  public let vpcID: Argument<String>
  /// Subnets with a route to the internet gateway, by zone.
  public let publicSubnetIDs: SubnetReferences
  /// Subnets of nodes and pods, by zone.
  public let privateSubnetIDs: SubnetReferences
  /// Subnets without any route to the internet, by zone.
  public let databaseSubnetIDs: SubnetReferences
  /// The cluster's name.
  public let clusterName: Argument<String>
  /// The security group that EKS gives to the cluster and its nodes.
  public let clusterSecurityGroupID: Argument<String>

  package init(
    cellName: String, vpcID: Argument<String>, publicSubnetIDs: [Argument<String>],
    privateSubnetIDs: [Argument<String>], databaseSubnetIDs: [Argument<String>],
    clusterName: Argument<String>, clusterSecurityGroupID: Argument<String>
  ) {
    self.cellName = cellName
    self.vpcID = vpcID
    self.publicSubnetIDs = SubnetReferences(publicSubnetIDs, tier: "public")
    self.privateSubnetIDs = SubnetReferences(privateSubnetIDs, tier: "private")
    self.databaseSubnetIDs = SubnetReferences(databaseSubnetIDs, tier: "database")
    self.clusterName = clusterName
    self.clusterSecurityGroupID = clusterSecurityGroupID
  }
}

/// What the global root offers to an extension.
public struct GlobalReferences: Sendable {
  /// The environment's name: a literal.
  public let environmentName: String
  /// The hosted zone.
  public let hostedZoneID: Argument<String>

  package init(environmentName: String, hostedZoneID: Argument<String>) {
    self.environmentName = environmentName
    self.hostedZoneID = hostedZoneID
  }
}
