import TerraformDocument
import Testing

@testable import CellCost

struct NetworkMeterTests {
  @Test func `gateways cost by the hour each, and by the byte together`() {
    #expect(
      quantities(resource("aws_nat_gateway", "a"), resource("aws_nat_gateway", "b"))
        == ["data processed: 100", "gateways: 1,460"])
    #expect(quantities(resource("aws_eip")) == ["addresses: 730"])
    #expect(quantities(resource("aws_vpc")) == ["between zones: 400", "to the internet: 100"])
  }

  @Test func `an interface endpoint costs in each zone, a gateway endpoint nothing`() {
    let endpoint = { (type: TerraformJSON) in
      resource(
        "aws_vpc_endpoint", "a", ["vpc_endpoint_type": type, "subnet_ids": ["${a}", "${b}"]])
    }
    #expect(
      quantities(endpoint("Interface")) == ["data processed: 10", "interface endpoints: 1,460"])
    #expect(quantities(endpoint("Gateway")) == [])
    #expect(quantities(endpoint("Resource")) == ["VPC endpoint of type Resource: 1"])
  }

  @Test func `a load balancer that the internet reaches has an address in each zone`() {
    let balancer = { (isInternal: TerraformJSON) in
      resource("aws_lb", "a", ["internal": isInternal, "subnets": ["${a}", "${b}", "${c}"]])
    }
    #expect(
      quantities(balancer(false)) == [
        "application load balancers: 730", "capacity: 146", "addresses: 2,190",
      ])
    #expect(quantities(balancer(true)).count == 2)
    #expect(
      quantities(resource("aws_lb", "a", ["load_balancer_type": "network"]))
        == ["load balancer that is no application's: 1"])
  }

  @Test func `a firewall costs by rule and request`() {
    #expect(
      quantities(resource("aws_wafv2_web_acl", "a", ["rule": [[:], [:], [:]]]))
        == ["requests: 10", "rules: 3", "web ACLs: 1"])
  }

  @Test func `a health check costs more for what it does beyond the basic one`() {
    let check = { (arguments: TerraformBody) in
      resource("aws_route53_health_check", "a", arguments)
    }
    #expect(quantities(check(["type": "CALCULATED"])) == ["health checks: 1"])
    #expect(
      quantities(check(["type": "HTTPS", "request_interval": 30]))
        == ["features of health checks: 1", "health checks: 1"])
    #expect(
      quantities(
        check(["type": "HTTPS_STR_MATCH", "request_interval": 10, "measure_latency": true]))
        == ["features of health checks: 4", "health checks: 1"])
    #expect(quantities(resource("aws_route53_zone")) == ["hosted zones: 1", "queries: 1"])
  }
}
