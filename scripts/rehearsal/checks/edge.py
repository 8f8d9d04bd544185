"""What stands between the internet and a cell: DNS, health checks, firewall, load balancer."""

from rehearsal.checks import Cell, World, expect, one

MANAGED_RULES = [
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
]
# Requests of one address in five minutes; callbacks all come from a few of the provider's.
RATES = {"rate-limit": 1000, "callback-rate-limit": 100_000}


def the_shared_name_fails_over_from_the_first_cell_to_the_second(world: World, emulator) -> None:
    found = {
        role: (record["AliasTarget"]["DNSName"].rstrip("."),
               record["AliasTarget"]["EvaluateTargetHealth"])
        for role, record in failover(world, emulator).items()
    }
    targets = [(host(world, cell), True) for cell in world.cells]
    expect("failover records", dict(zip(["PRIMARY", "SECONDARY"], targets)), found)


def the_shared_name_follows_the_health_of_cells_and_the_switch_of_the_second(
    world: World, emulator
) -> None:
    checks = health_checks(world, emulator)
    found = {role: checks.get(record.get("HealthCheckId"), {})
             for role, record in failover(world, emulator).items()}
    primary, *standby = world.cells
    for cell in standby:
        expect("health that the standby's record follows", host(world, cell),
               found["SECONDARY"].get("FullyQualifiedDomainName"))
        # The emulator keeps how many children there are, and not which.
        expected = ("CALCULATED", 2, 2)
        calculated = found["PRIMARY"]
        expect("health that the primary's record follows", expected,
               (calculated.get("Type"), calculated.get("HealthThreshold"),
                len(calculated.get("ChildHealthChecks", []))))
        switches = [check["AlarmIdentifier"] for check in checks.values()
                    if check["Type"] == "CLOUDWATCH_METRIC"]
        expected = [{"Name": f"{cell.prefix}-takeover", "Region": cell.region}]
        expect("switch of the standby", expected, switches)
        client = emulator.client("cloudwatch", cell.region)
        alarms = client.describe_alarms(AlarmNames=[f"{cell.prefix}-takeover"])["MetricAlarms"]
        one(f"alarm {cell.prefix}-takeover in {cell.region}", alarms)
    if not standby:
        expect("health that the only record follows", host(world, primary),
               found["PRIMARY"].get("FullyQualifiedDomainName"))


def every_cell_has_a_host_name_that_leads_to_its_load_balancer(world: World, emulator) -> None:
    for cell in world.cells:
        found = record_of(world, emulator, cell)["AliasTarget"]["DNSName"].rstrip(".")
        expect(f"target of {host(world, cell)}", balancer(emulator, cell)["DNSName"], found)


def every_cell_is_checked_each_30_seconds_and_down_after_3_failures(
    world: World, emulator
) -> None:
    for cell in world.cells:
        _, found = health_check_of(world, emulator, cell)
        expected = {"RequestInterval": 30, "FailureThreshold": 3, "ResourcePath": "/health",
                    "Type": "HTTPS", "Port": 443}
        expect(f"health check of {host(world, cell)}", expected,
               {key: found.get(key) for key in expected})


def the_firewall_applies_the_three_managed_rule_sets(world: World, emulator) -> None:
    for cell in world.cells:
        found = [
            (rule["Statement"]["ManagedRuleGroupStatement"]["Name"], rule["OverrideAction"])
            for rule in firewall(emulator, cell)["Rules"]
            if rule["Statement"].get("ManagedRuleGroupStatement", {}).get("VendorName") == "AWS"
        ]
        # Another override would only count what the set would block.
        expected = [(name, {"None": {}}) for name in MANAGED_RULES]
        expect(f"{cell.name} managed rules", expected, sorted(found, key=lambda rule: rule[0]))


def the_firewall_answers_429_beyond_1000_requests_in_5_minutes(world: World, emulator) -> None:
    for cell in world.cells:
        found = {}
        for rule in rates(firewall(emulator, cell)):
            statement = rule["Statement"]["RateBasedStatement"]
            response = rule["Action"]["Block"].get("CustomResponse", {})
            found[rule["Name"]] = (statement["Limit"], statement["EvaluationWindowSec"],
                                   statement["AggregateKeyType"], response.get("ResponseCode"))
        expected = {name: (limit, 300, "IP", 429) for name, limit in RATES.items()}
        expect(f"{cell.name} rates", expected, found)


def the_firewall_guards_the_load_balancer(world: World, emulator) -> None:
    for cell in world.cells:
        client = emulator.client("wafv2", cell.region)
        found = client.get_web_acl_for_resource(
            ResourceArn=balancer(emulator, cell)["LoadBalancerArn"])
        expect(f"{cell.name} firewall", firewall(emulator, cell)["ARN"],
               found.get("WebACL", {}).get("ARN"))


def the_load_balancer_speaks_https_and_redirects_http(world: World, emulator) -> None:
    for cell in world.cells:
        found = {
            port: (listener["Protocol"], listener["DefaultActions"][0]["Type"])
            for port, listener in listeners(emulator, cell).items()
        }
        expected = {443: ("HTTPS", "forward"), 80: ("HTTP", "redirect")}
        expect(f"{cell.name} listeners", expected, found)


def the_load_balancer_presents_an_issued_certificate_of_the_shared_name(
    world: World, emulator
) -> None:
    for cell in world.cells:
        presented = listeners(emulator, cell)[443]["Certificates"]
        arn = one(f"{cell.name} certificate", presented)["CertificateArn"]
        client = emulator.client("acm", cell.region)
        found = client.describe_certificate(CertificateArn=arn)["Certificate"]
        expect(f"{cell.name} certificate", (sorted([world.host, f"*.{world.host}"]), "ISSUED"),
               (sorted(found["SubjectAlternativeNames"]), found["Status"]))


def host(world: World, cell: Cell) -> str:
    return f"{cell.name}.{world.host}"


def zone(world: World, emulator) -> str:
    zones = emulator.read("route53", world.regions[0], "list_hosted_zones", "HostedZones")
    return one("hosted zone", [zone for zone in zones if zone["Name"] == f"{world.zone}."])["Id"]


def records(world: World, emulator, name: str) -> list[dict]:
    """The A records of a name."""
    found = emulator.read("route53", world.regions[0], "list_resource_record_sets",
                          "ResourceRecordSets", HostedZoneId=zone(world, emulator))
    return [record for record in found
            if record["Name"].rstrip(".") == name and record["Type"] == "A"]


def record_of(world: World, emulator, cell: Cell) -> dict:
    name = host(world, cell)
    return one(f"A record of {name}", records(world, emulator, name))


def failover(world: World, emulator) -> dict[str, dict]:
    """The records of the shared name, by role."""
    return {record["Failover"]: record for record in records(world, emulator, world.host)}


def health_checks(world: World, emulator) -> dict[str, dict]:
    """The configuration of every health check, by its id."""
    found = emulator.read("route53", world.regions[0], "list_health_checks", "HealthChecks")
    return {check["Id"]: check["HealthCheckConfig"] for check in found}


def health_check_of(world: World, emulator, cell: Cell) -> tuple[str, dict]:
    """The id and the configuration of the check of a cell's host name."""
    name = host(world, cell)
    return one(f"health check of {name}", [
        check for check in health_checks(world, emulator).items()
        if check[1].get("FullyQualifiedDomainName") == name
    ])


def balancer(emulator, cell: Cell) -> dict:
    found = emulator.read("elbv2", cell.region, "describe_load_balancers", "LoadBalancers")
    return one(f"load balancer of {cell.name}", found)


def listeners(emulator, cell: Cell) -> dict[int, dict]:
    """The load balancer's listeners, by port."""
    found = emulator.client("elbv2", cell.region).describe_listeners(
        LoadBalancerArn=balancer(emulator, cell)["LoadBalancerArn"])
    return {listener["Port"]: listener for listener in found["Listeners"]}


def firewall(emulator, cell: Cell) -> dict:
    client = emulator.client("wafv2", cell.region)
    found = client.list_web_acls(Scope="REGIONAL")["WebACLs"]
    summary = one(f"web ACL of {cell.name}", found)
    return client.get_web_acl(Name=summary["Name"], Id=summary["Id"], Scope="REGIONAL")["WebACL"]


def rates(acl: dict) -> list[dict]:
    """The rules that limit how many requests there may be."""
    return [rule for rule in acl["Rules"] if "RateBasedStatement" in rule["Statement"]]


CHECKS = [
    the_shared_name_fails_over_from_the_first_cell_to_the_second,
    the_shared_name_follows_the_health_of_cells_and_the_switch_of_the_second,
    every_cell_has_a_host_name_that_leads_to_its_load_balancer,
    every_cell_is_checked_each_30_seconds_and_down_after_3_failures,
    the_firewall_applies_the_three_managed_rule_sets,
    the_firewall_answers_429_beyond_1000_requests_in_5_minutes,
    the_firewall_guards_the_load_balancer,
    the_load_balancer_speaks_https_and_redirects_http,
    the_load_balancer_presents_an_issued_certificate_of_the_shared_name,
]
