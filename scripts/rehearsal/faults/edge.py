"""DNS, a firewall and a load balancer that are not what they should be."""

import contextlib
import copy
from collections.abc import Iterator

from rehearsal.checks import World, edge
from rehearsal.faults import between


def _record(world: World, emulator, record: dict, **values):
    """A record has other values; one that is None is absent."""
    client = emulator.client("route53", world.regions[0])
    other = {key: value for key, value in (record | values).items() if value is not None}

    def put(wanted: dict) -> None:
        client.change_resource_record_sets(
            HostedZoneId=edge.zone(world, emulator),
            ChangeBatch={"Changes": [{"Action": "UPSERT", "ResourceRecordSet": wanted}]})

    return between(lambda: put(other), lambda: put(record))


def _last_failover_record(world: World, emulator) -> dict:
    found = edge.failover(world, emulator)
    return found[max(found)]


def a_failover_record_leads_nowhere(world: World, emulator):
    record = _last_failover_record(world, emulator)
    target = record["AliasTarget"] | {"DNSName": f"nowhere.{world.host}."}
    return _record(world, emulator, record, AliasTarget=target)


def a_failover_record_follows_no_health_check(world: World, emulator):
    record = _last_failover_record(world, emulator)
    return _record(world, emulator, record, HealthCheckId=None)


def a_cells_host_name_leads_nowhere(world: World, emulator):
    record = edge.record_of(world, emulator, world.cells[-1])
    target = record["AliasTarget"] | {"DNSName": f"nowhere.{world.host}."}
    return _record(world, emulator, record, AliasTarget=target)


def a_health_check_fails_after_5_failures(world: World, emulator):
    client = emulator.client("route53", world.regions[0])
    check, _ = edge.health_check_of(world, emulator, world.cells[-1])
    return between(lambda: client.update_health_check(HealthCheckId=check, FailureThreshold=5),
                   lambda: client.update_health_check(HealthCheckId=check, FailureThreshold=3))


def _firewall(world: World, emulator, rules: list[dict]):
    """The firewall has other rules."""
    cell = world.cells[-1]
    client = emulator.client("wafv2", cell.region)
    before = edge.firewall(emulator, cell)
    same = {key: before[key] for key in ("Name", "Id", "DefaultAction", "VisibilityConfig")}

    def put(wanted: list[dict]) -> None:
        acls = client.list_web_acls(Scope="REGIONAL")["WebACLs"]
        token = next(acl["LockToken"] for acl in acls if acl["Id"] == before["Id"])
        client.update_web_acl(**same, Scope="REGIONAL", Rules=wanted, LockToken=token)

    return between(lambda: put(rules), lambda: put(before["Rules"]))


def the_firewall_lacks_the_rules_against_sql_injection(world: World, emulator):
    rules = edge.firewall(emulator, world.cells[-1])["Rules"]
    return _firewall(world, emulator,
                     [rule for rule in rules if rule["Name"] != "AWSManagedRulesSQLiRuleSet"])


def the_firewall_answers_403_beyond_the_rate(world: World, emulator):
    acl = copy.deepcopy(edge.firewall(emulator, world.cells[-1]))
    edge.rates(acl)[0]["Action"]["Block"]["CustomResponse"]["ResponseCode"] = 403
    return _firewall(world, emulator, acl["Rules"])


def the_firewall_is_not_before_the_load_balancer(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("wafv2", cell.region)
    balancer = {"ResourceArn": edge.balancer(emulator, cell)["LoadBalancerArn"]}
    acl = edge.firewall(emulator, cell)["ARN"]
    return between(lambda: client.disassociate_web_acl(**balancer),
                   lambda: client.associate_web_acl(**balancer, WebACLArn=acl))


def _listener(world: World, emulator, port: int, **values):
    """A listener has other values."""
    cell = world.cells[-1]
    client = emulator.client("elbv2", cell.region)
    listener = edge.listeners(emulator, cell)[port]
    before = {key: listener[key] for key in values}

    def put(wanted: dict) -> None:
        client.modify_listener(ListenerArn=listener["ListenerArn"], **wanted)

    return between(lambda: put(values), lambda: put(before))


def plain_http_is_answered(world: World, emulator):
    answer = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200"}}
    return _listener(world, emulator, 80, DefaultActions=[answer])


def the_load_balancer_presents_a_certificate_of_another_name(world: World, emulator):
    client = emulator.client("acm", world.cells[-1].region)
    other = client.request_certificate(DomainName=f"nowhere.{world.zone}", ValidationMethod="DNS")
    arn = other["CertificateArn"]

    @contextlib.contextmanager
    def presented() -> Iterator[None]:
        with _listener(world, emulator, 443, Certificates=[{"CertificateArn": arn}]):
            yield
        client.delete_certificate(CertificateArn=arn)

    return presented()


FAULTS = {
    edge.the_shared_name_fails_over_from_the_first_cell_to_the_second:
        a_failover_record_leads_nowhere,
    edge.the_shared_name_follows_the_health_of_cells_and_the_switch_of_the_second:
        a_failover_record_follows_no_health_check,
    edge.every_cell_has_a_host_name_that_leads_to_its_load_balancer:
        a_cells_host_name_leads_nowhere,
    edge.every_cell_is_checked_each_30_seconds_and_down_after_3_failures:
        a_health_check_fails_after_5_failures,
    edge.the_firewall_applies_the_three_managed_rule_sets:
        the_firewall_lacks_the_rules_against_sql_injection,
    edge.the_firewall_answers_429_beyond_1000_requests_in_5_minutes:
        the_firewall_answers_403_beyond_the_rate,
    edge.the_firewall_guards_the_load_balancer: the_firewall_is_not_before_the_load_balancer,
    edge.the_load_balancer_speaks_https_and_redirects_http: plain_http_is_answered,
    edge.the_load_balancer_presents_an_issued_certificate_of_the_shared_name:
        the_load_balancer_presents_a_certificate_of_another_name,
}
