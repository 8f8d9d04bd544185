"""Finds every IAM policy document in the roots, with what it is for."""

import dataclasses
import enum

import roots
from failure import Failure


class Kind(enum.Enum):
    """What a document is attached to, and so what may stand in it."""

    IDENTITY = "identity policy"
    BOUNDARY = "permissions boundary"
    TRUST = "trust policy"
    KEY = "key policy"
    RESOURCE = "resource policy"
    ENDPOINT = "endpoint policy"


# Arguments that hold a policy document. Any other argument that holds one is reported, so a new
# kind of policy can't pass unread.
ARGUMENTS = {
    ("aws_iam_policy", "policy"): Kind.IDENTITY,
    ("aws_iam_role", "assume_role_policy"): Kind.TRUST,
    ("aws_iam_role_policy", "policy"): Kind.IDENTITY,
    ("aws_ecr_repository_policy", "policy"): Kind.RESOURCE,
    ("aws_kms_key", "policy"): Kind.KEY,
    ("aws_s3_bucket_policy", "policy"): Kind.RESOURCE,
    ("aws_secretsmanager_secret_policy", "policy"): Kind.RESOURCE,
    ("aws_sns_topic_policy", "policy"): Kind.RESOURCE,
    ("aws_sqs_queue_policy", "policy"): Kind.RESOURCE,
    ("aws_vpc_endpoint", "policy"): Kind.ENDPOINT,
}


@dataclasses.dataclass
class Document:
    """A policy document and where it is attached."""

    root: roots.Root
    file: str
    address: str
    kind: Kind
    body: dict

    @property
    def place(self) -> str:
        return f"{self.file}: {self.address}"

    @property
    def general(self) -> str:
        """The same in every root of its kind: `cell/aws_iam_role_policy.api`."""
        return f"{self.root.kind}/{self.root.general(self.address)}"


def find(root: roots.Root) -> list[Document]:
    """The root's documents; fails where it holds one that can't be read or that nothing is given."""
    for address, (file, _) in root.data.items():
        if address.startswith("aws_iam_policy_document."):
            raise Failure(f"{file}: data.{address}: write the document into `locals`")
    boundaries = {body.get("permissions_boundary") for _, body in root.resources.values()}
    found, given = [], set()
    for address, (file, body) in root.resources.items():
        for path, text in _texts(body, ()):
            kind = ARGUMENTS.get((address.split(".")[0], path))
            document = _policy(roots.decoded(root, text))
            if document and not kind:
                raise Failure(f"{file}: {address}: `{path}` is a policy of an unknown kind;"
                              " add it to scripts/iam/documents.py")
            if kind and not document:
                raise Failure(f"{file}: {address}: `{path}` is no policy document that can be read:"
                              f" {text}")
            if document:
                given.add(text)
                kind = Kind.BOUNDARY if _is_boundary(body, boundaries) else kind
                found.append(Document(root, file, address, kind, document))
    for name, value in root.locals.items():
        if _policy(value) and f"${{jsonencode(local.{name})}}" not in given:
            raise Failure(f"{root.environment}/{root.name}: local.{name} is a policy that nothing"
                          " is given")
    return found


def _policy(value: object) -> dict | None:
    return value if isinstance(value, dict) and "Statement" in value else None


def _is_boundary(body: dict, boundaries: set) -> bool:
    return any(arn and arn.endswith(f":policy/{body.get('name')}") for arn in boundaries)


def _texts(value, path: tuple) -> list:
    """Every text below the value, with the names of the arguments that lead to it."""
    if isinstance(value, str):
        return [(".".join(path), value)]
    if isinstance(value, dict):
        return [found for name, below in value.items() if name != "//"
                for found in _texts(below, (*path, name))]
    if isinstance(value, list):
        return [found for below in value for found in _texts(below, path)]
    return []
