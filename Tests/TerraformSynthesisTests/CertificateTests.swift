import CellDescription
import TerraformDocument
import Testing

/// The certificates of an environment, and what proves that its domain is ours.
@Suite struct CertificateTests {
  @Test func `each region has a certificate for the domain and what is below it`() throws {
    let global = try WrittenFleet(twoCells())["sample", "global"]
    let east: TerraformBody = [
      "domain_name": "api.example.com", "lifecycle": ["create_before_destroy": true],
      "subject_alternative_names": ["*.api.example.com"], "validation_method": "DNS",
    ]
    let west = east.merging(["provider": "aws.us-west-2"]) { old, _ in old }
    #expect(
      global.blocks("aws_acm_certificate") == [
        "us_east_1": .object(east), "us_west_2": .object(west),
      ])
  }

  /// The same CNAME in every region, for the name and its wildcard: a second owner would delete it.
  @Test func `ACM's validation record has one owner`() throws {
    let fleet = try WrittenFleet(twoCells())
    let options = "tolist(aws_acm_certificate.us_east_1.domain_validation_options)[0]"
    let record: TerraformJSON = [
      "name": .string("${\(options).resource_record_name}"),
      "records": [.string("${\(options).resource_record_value}")],
      "ttl": 300,
      "type": .string("${\(options).resource_record_type}"),
      "zone_id": "${aws_route53_zone.main.zone_id}",
    ]
    #expect(fleet["sample", "global"].blocks("aws_route53_record") == ["validation": record])
    for root in fleet.all where root.path.folder != "global" {
      #expect(root.texts.filter { $0.contains("domain_validation_options") } == [])
    }
  }

  @Test func `a found zone takes the record as a made one does`() throws {
    let global = try WrittenFleet(everyChoice)["every", "global"]
    #expect(
      global["aws_route53_record", "validation"]["zone_id"]
        == "${data.aws_route53_zone.main.zone_id}")
    #expect(
      Set(global.blocks("aws_acm_certificate").keys) == ["eu_central_1", "us_east_1", "us_west_1"])
  }

  @Test func `an HTTPS listener has a certificate with a validation record`() throws {
    let fleet = try WrittenFleet(twoCells())
    let global = fleet["sample", "global"]
    let west = fleet["sample", "cells/cell-b"]
    #expect(
      west["aws_lb_listener", "https"]["certificate_arn"]
        == "${data.aws_ssm_parameter.certificate_arn.insecure_value}")
    let name = west.blocks("aws_ssm_parameter", kind: "data")["certificate_arn"]?["name"]
    #expect(name == "/bizcomms/sample/global/certificate-arn")
    #expect(
      global["aws_ssm_parameter", "certificate_arn_us_west_2"] == [
        "name": "/bizcomms/sample/global/certificate-arn", "provider": "aws.us-west-2",
        "type": "String",
        "value": "${aws_acm_certificate_validation.us_west_2.certificate_arn}",
      ])
    #expect(
      global["aws_acm_certificate_validation", "us_west_2"] == [
        "certificate_arn": "${aws_acm_certificate.us_west_2.arn}", "provider": "aws.us-west-2",
        "validation_record_fqdns": ["${aws_route53_record.validation.fqdn}"],
      ])
  }
}
