"""What keeps a resource from being destroyed, which a person takes off beforehand."""

import copy

from rehearsal.roots import Documents, resources

# The arguments, and their values where they do not.
GUARDS = {
    "aws_dynamodb_table": {"deletion_protection_enabled": False},
    "aws_dynamodb_table_replica": {"deletion_protection_enabled": False},
    "aws_lb": {"enable_deletion_protection": False},
    "aws_rds_cluster": {"deletion_protection": False},
    "aws_rds_global_cluster": {"deletion_protection": False},
}


def removed(documents: Documents) -> tuple[Documents, list[str]]:
    """The documents of a root with every guard off; and which were taken off."""
    result = copy.deepcopy(documents)
    taken = []
    for address, block in resources(result).items():
        if block.get("lifecycle", {}).pop("prevent_destroy", False):
            taken.append(f"{address}.prevent_destroy")
        for argument, value in GUARDS.get(address.split(".")[0], {}).items():
            if block.get(argument) not in (None, value):
                block[argument] = value
                taken.append(f"{address}.{argument}")
    return result, taken
