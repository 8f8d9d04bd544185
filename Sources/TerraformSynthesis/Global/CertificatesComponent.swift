import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// One certificate a region for the environment's domain and what is one label below it, and the one
/// record by which ACM validates and renews all of them.
///
/// ACM asks the same account for the same record in every region, and for a wildcard what it asks for
/// the name itself. So one root owns it: two owners would delete each other's.
/// Source: ACM User Guide, "DNS validation", 2026-11.
struct CertificatesComponent {
  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment
  private var location: SourceLocation { environment.location }

  /// `zoneID` is the zone that the record goes into.
  init(_ environment: ResolvedEnvironment, zoneID: Argument<String>) {
    self.environment = environment
    component = TerraformComponent(
      "certificates", of: .global(of: environment), owner: "\(environment.name) global")
    let certificates = environment.allRegions.map { ($0, addCertificate(in: $0)) }
    guard let home = certificates.first(where: { $0.0 == environment.home })?.1 else {
      preconditionFailure("\(environment.home) is one of its environment's regions")
    }
    let record = addRecord(for: home, in: zoneID)
    for (region, certificate) in certificates {
      publish(certificate, validatedBy: record, in: region)
    }
  }

  /// A load balancer holds on to its certificate, so the next one is there before it goes.
  private mutating func addCertificate(in region: Region) -> AWS.ACMCertificate.Attributes {
    var meta = environment.meta(in: region)
    meta.createBeforeDestroy = true
    return component.add(
      Resource(AWS.ACMCertificate.self, blockName(region.name), meta: meta) {
        $0.domainName = Argument(environment.domain.name)
        $0.subjectAlternativeNames = ["*.\(environment.domain.name)"]
        $0.validationMethod = "DNS"
      },
      because: "the certificate of the shared name and of the cells' own, for load balancers of"
        + " the region",
      at: location)
  }

  /// The options are a set with one element for each name, all with the same record.
  ///
  /// No `allow_overwrite`: a record that is there already has another owner, who would one day take
  /// it away and stop the renewals.
  private mutating func addRecord(
    for certificate: AWS.ACMCertificate.Attributes, in zoneID: Argument<String>
  ) -> AWS.Route53Record.Attributes {
    let options: Argument<[TerraformJSON]> = certificate.domainValidationOptions.applying("tolist")
    return component.add(
      Resource(AWS.Route53Record.self, "validation") {
        $0.zoneID = zoneID
        $0.name = options.inside("[0].resource_record_name")
        $0.type = options.inside("[0].resource_record_type")
        $0.ttl = 300
        $0.records = Argument([options.inside("[0].resource_record_value") as Argument<String>])
      }, because: "shows AWS that the domain is ours; one record does for all regions",
      at: location)
  }

  /// Published only once ACM has issued it: no listener takes one that is pending.
  private mutating func publish(
    _ certificate: AWS.ACMCertificate.Attributes, validatedBy record: AWS.Route53Record.Attributes,
    in region: Region
  ) {
    let validation = component.add(
      Resource(
        AWS.ACMCertificateValidation.self, blockName(region.name),
        meta: environment.meta(in: region)
      ) {
        $0.certificateARN = certificate.arn
        $0.validationRecordFqdns = Argument([record.fqdn])
      }, because: "waits until the certificate has been issued",
      at: location)
    component.publish(
      .certificateARN, validation.certificateARN, in: region, of: environment)
  }
}
