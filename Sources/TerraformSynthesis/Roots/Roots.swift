import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension ResolvedEnvironment {
  /// State buckets; applied with a local state first, which then moves into its own bucket.
  func backendSetupRoot() -> TerraformRoot {
    let path = TerraformRootPath.backendSetup(of: self)
    return TerraformRoot(
      path, settings: sharedSettings(for: path),
      components: [StateBucketsComponent(self).component], at: location)
  }

  /// What cells share and no cell may own.
  func globalRoot(_ diagnostics: inout [Diagnostic]) -> TerraformRoot {
    let path = TerraformRootPath.global(of: self)
    let dns = DNSComponent(self)
    let secrets = SecretsComponent(self)
    var root = TerraformRoot(
      path, settings: sharedSettings(for: path),
      components: [
        dns.component, secrets.component, TablesComponent(self).component,
        DatabasesComponent(self, keys: secrets.keys).component,
        CertificatesComponent(self, zoneID: dns.zoneID).component,
        ImagesComponent(self).component,
        AuditComponent(self).component,
        DeploymentComponent(self).component,
      ] + [SpotComponent(self)].compactMap { $0?.component }, at: location)
    let references = GlobalReferences(environmentName: name, hostedZoneID: dns.zoneID)
    root.apply(
      extensions.flatMap { $0.value.body(references) }, owner: "\(name) global", &diagnostics)
    return root
  }

  /// One cell, with a state of its own in its own region.
  func root(of cell: ResolvedCell, _ diagnostics: inout [Diagnostic]) -> TerraformRoot {
    let path = TerraformRootPath.cell(cell)
    let encryption = EncryptionComponent(cell, of: self)
    let network = NetworkComponent(cell, logsKey: encryption.logsKey)
    let cluster = ClusterComponent(cell, of: self, in: network, with: encryption)
    let identity = IdentityComponent(cell, of: self, in: cluster)
    let edge = EdgeComponent(cell, of: self, in: network, for: cluster)
    var root = TerraformRoot(
      path,
      settings: .standard(
        for: path, of: self, state: cell.region, regions: [cell.region], cell: cell),
      components: [
        encryption.component,
        network.component,
        cluster.component,
        MessagingComponent(cell, of: self).component,
        identity.component,
        DatabaseComponent(cell, of: self, in: network, for: cluster).component,
        edge.component,
        FirewallComponent(cell, before: edge, encryption: encryption).component,
        TakeoverComponent(cell, of: self).component,
        ControllersComponent(cell, in: cluster).component,
        LogsComponent(cell, of: self, encryptedBy: encryption.logsKey).component,
        DashboardsComponent(cell, of: self, behind: edge.loadBalancer).component,
        AlarmsComponent(cell, of: self, behind: edge.loadBalancer).component,
        FunctionsComponent(cell, of: self, in: network, with: identity).component,
      ] + [KarpenterComponent(cell, in: cluster)].compactMap { $0?.component }, at: cell.location)
    let references = CellReferences(
      cellName: cell.name, vpcID: network.vpc.id,
      publicSubnetIDs: network.publicSubnets.map(\.id),
      privateSubnetIDs: network.privateSubnets.map(\.id),
      databaseSubnetIDs: network.databaseSubnets.map(\.id),
      clusterName: cluster.cluster.name, clusterSecurityGroupID: cluster.securityGroupID)
    root.apply(
      cell.extensions.flatMap { $0.value.body(references) }, owner: cell.name, &diagnostics)
    return root
  }

  /// The shared host name.
  func routingRoot() -> TerraformRoot {
    let path = TerraformRootPath.routing(of: self)
    let routing = RoutingComponent(self)
    return TerraformRoot(
      path,
      settings: .standard(
        for: path, of: self, state: home,
        regions: [home] + [EnvironmentScope.fleetAlarmRegion].filter { $0 != home }),
      components: [
        routing.component,
        FleetAlarmsComponent(self, watching: routing).component,
      ], at: self.routing.location)
  }

  /// Settings of a root that works in every region, by default at home.
  private func sharedSettings(for path: TerraformRootPath) -> TerraformSettings {
    .standard(
      for: path, of: self, state: home, regions: [home] + allRegions.filter { $0 != home })
  }
}
