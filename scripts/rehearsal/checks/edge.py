"""What stands between the internet and a cell: DNS, health checks, firewall, load balancer."""

from rehearsal.checks import World, expect, one

MANAGED_RULES = {
    "AWSManagedRulesSQLiRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesCommonRuleSet",
}


def the_shared_name_fails_over_from_the_first_cell_to_the_second(world: World, emulator) -> None:
    found = {
        record["Failover"]: record["AliasTarget"]["DNSName"].rstrip(".")
        for record in records(world, emulator)
        if record["Name"].rstrip(".") == world.host and record["Type"] == "A"
    }
    names = [f"{cell.name}.{world.host}" for cell in world.cells]
    expect("failover records", dict(zip(["PRIMARY", "SECONDARY"], names)), found)


def every_cell_has_a_host_name_that_leads_to_its_load_balancer(world: World, emulator) -> None:
    for cell in world.cells:
        name = f"{cell.name}.{world.host}"
        found = [r for r in records(world, emulator)
                 if r["Name"].rstrip(".") == name and r["Type"] == "A"]
        target = one(f"A record of {name}", found)["AliasTarget"]["DNSName"].rstrip(".")
        expect(f"target of {name}", balancer(emulator, cell)["DNSName"], target)


def every_cell_is_checked_each_30_seconds_and_down_after_3_failures(
    world: World, emulator
) -> None:
    checks = emulator.read(
        "route53", world.regions[0], "list_health_checks", "HealthChecks")
    for cell in world.cells:
        name = f"{cell.name}.{world.host}"
        mine = [check["HealthCheckConfig"] for check in checks
                if check["HealthCheckConfig"].get("FullyQualifiedDomainName") == name]
        found = one(f"health check of {name}", mine)
        expected = {"RequestInterval": 30, "FailureThreshold": 3, "ResourcePath": "/health",
                    "Type": "HTTPS"}
        expect(f"health check of {name}", expected, {key: found.get(key) for key in expected})


def the_firewall_has_the_managed_rules_and_answers_429_beyond_the_rate(
    world: World, emulator
) -> None:
    for cell in world.cells:
        rules = firewall(emulator, cell)["Rules"]
        managed = {
            rule["Statement"]["ManagedRuleGroupStatement"]["Name"]
            for rule in rules if "ManagedRuleGroupStatement" in rule["Statement"]
        }
        expect(f"{cell.name} managed rules", sorted(MANAGED_RULES), sorted(managed))
        limit = rate(emulator, cell)
        statement = limit["Statement"]["RateBasedStatement"]
        expect(f"{cell.name} rate", (1000, "IP"),
               (statement["Limit"], statement["AggregateKeyType"]))
        response = limit["Action"]["Block"]["CustomResponse"]["ResponseCode"]
        expect(f"{cell.name} answer beyond the rate", 429, response)


def the_firewall_guards_the_load_balancer(world: World, emulator) -> None:
    for cell in world.cells:
        client = emulator.client("wafv2", cell.region)
        found = client.get_web_acl_for_resource(
            ResourceArn=balancer(emulator, cell)["LoadBalancerArn"])
        expect(f"{cell.name} firewall", firewall(emulator, cell)["ARN"],
               found.get("WebACL", {}).get("ARN"))


def the_load_balancer_speaks_https_and_redirects_http(world: World, emulator) -> None:
    for cell in world.cells:
        client = emulator.client("elbv2", cell.region)
        arn = balancer(emulator, cell)["LoadBalancerArn"]
        found = {
            listener["Port"]: (listener["Protocol"], listener["DefaultActions"][0]["Type"])
            for listener in client.describe_listeners(LoadBalancerArn=arn)["Listeners"]
        }
        expected = {443: ("HTTPS", "forward"), 80: ("HTTP", "redirect")}
        expect(f"{cell.name} listeners", expected, found)


def records(world: World, emulator) -> list[dict]:
    region = world.regions[0]
    zones = emulator.read("route53", region, "list_hosted_zones", "HostedZones")
    zone = one("hosted zone", [zone for zone in zones if zone["Name"] == f"{world.zone}."])
    return emulator.read("route53", region, "list_resource_record_sets", "ResourceRecordSets",
                         HostedZoneId=zone["Id"])


def balancer(emulator, cell) -> dict:
    found = emulator.read("elbv2", cell.region, "describe_load_balancers", "LoadBalancers")
    return one(f"load balancer of {cell.name}", found)


def firewall(emulator, cell) -> dict:
    client = emulator.client("wafv2", cell.region)
    found = client.list_web_acls(Scope="REGIONAL")["WebACLs"]
    summary = one(f"web ACL of {cell.name}", found)
    return client.get_web_acl(Name=summary["Name"], Id=summary["Id"], Scope="REGIONAL")["WebACL"]


def rate(emulator, cell) -> dict:
    rules = firewall(emulator, cell)["Rules"]
    return one(f"rate rule of {cell.name}",
               [rule for rule in rules if "RateBasedStatement" in rule["Statement"]])


CHECKS = [
    the_shared_name_fails_over_from_the_first_cell_to_the_second,
    every_cell_has_a_host_name_that_leads_to_its_load_balancer,
    every_cell_is_checked_each_30_seconds_and_down_after_3_failures,
    the_firewall_has_the_managed_rules_and_answers_429_beyond_the_rate,
    the_firewall_guards_the_load_balancer,
    the_load_balancer_speaks_https_and_redirects_http,
]
