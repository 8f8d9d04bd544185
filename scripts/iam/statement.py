"""One statement of a policy document, read strictly."""

import dataclasses
import re

from failure import Failure
from iam.documents import Document, Kind

MEMBERS = {"Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource",
           "Condition"}

# Source: IAM User Guide, "IAM JSON policy elements: Condition operators", 2026-11.
OPERATOR = re.compile(
    r"(?:ForAllValues:|ForAnyValue:)?(?:"
    r"String(?:Not)?(?:Equals|EqualsIgnoreCase|Like)|Numeric(?:Not)?Equals"
    r"|Numeric(?:Less|Greater)Than(?:Equals)?|Date(?:Not)?Equals"
    r"|Date(?:Less|Greater)Than(?:Equals)?|Bool|BinaryEquals|(?:Not)?IpAddress"
    r"|Arn(?:Not)?(?:Equals|Like))(?:IfExists)?|Null")


@dataclasses.dataclass(frozen=True)
class Condition:
    """One key that is compared with values."""

    operator: str
    key: str
    values: tuple[str, ...]

    @property
    def is_strict(self) -> bool:
        """Whether a request without the key is refused."""
        return not ("Not" in self.operator or self.operator.endswith("IfExists")
                    or self.operator.startswith("ForAllValues:") or self.operator == "Null")


@dataclasses.dataclass(frozen=True)
class Statement:
    """A statement with every member as a tuple."""

    document: Document
    allows: bool
    principals: tuple[tuple[str, str], ...]  # kind, value; ("*", "*") for everybody
    actions: tuple[str, ...]
    all_but: tuple[str, ...]
    resources: tuple[str, ...]
    resources_but: tuple[str, ...]
    conditions: tuple[Condition, ...]


def read(document: Document) -> list[Statement]:
    """The document's statements; fails where one has not the form that IAM takes."""
    if document.body.get("Version") != "2012-10-17":
        raise Failure(f"{document.place}: Version is not 2012-10-17")
    return [_read(document, body) for body in _many(document.body["Statement"])]


def _read(document: Document, body: dict) -> Statement:
    unknown = set(body) - MEMBERS
    if unknown:
        raise Failure(f"{document.place}: a statement knows no {', '.join(sorted(unknown))}")
    if body.get("Effect") not in ("Allow", "Deny"):
        raise Failure(f"{document.place}: Effect is {body.get('Effect')}, not Allow or Deny")
    if ("Action" in body) == ("NotAction" in body):
        raise Failure(f"{document.place}: a statement has either Action or NotAction")
    names_nobody = document.kind in (Kind.IDENTITY, Kind.BOUNDARY)
    if names_nobody == ("Principal" in body):
        raise Failure(f"{document.place}: {'a' if names_nobody else 'no'} Principal in the"
                      f" statement of {_article(document.kind.value)}")
    # A trust policy is about its role, and a repository's about its repository.
    needs_none = document.kind is Kind.TRUST or document.address.startswith("aws_ecr_")
    if needs_none == bool({"Resource", "NotResource"} & set(body)):
        raise Failure(f"{document.place}: {'a' if needs_none else 'no'} Resource in the statement"
                      f" of {_article(document.kind.value)}")
    return Statement(
        document, body["Effect"] == "Allow", _principals(body.get("Principal", {})),
        _many(body.get("Action", ())), _many(body.get("NotAction", ())),
        _many(body.get("Resource", ())), _many(body.get("NotResource", ())),
        tuple(_conditions(document, body.get("Condition", {}))))


def _conditions(document: Document, body: dict) -> list[Condition]:
    for operator in body:
        if not OPERATOR.fullmatch(operator):
            raise Failure(f"{document.place}: there is no condition operator {operator}")
    return [Condition(operator, key, tuple(map(str, _many(values))))
            for operator, keys in body.items() for key, values in keys.items()]


def _principals(principal) -> tuple[tuple[str, str], ...]:
    if isinstance(principal, str):
        return (("*", principal),)
    return tuple((kind, value) for kind, values in principal.items() for value in _many(values))


def _many(value) -> tuple:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
