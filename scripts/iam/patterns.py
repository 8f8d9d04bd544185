"""Patterns of IAM: `*` and `?` in policies, `${…}` in the reference's own ARNs and keys."""

import functools
import re

PLACEHOLDER = re.compile(r"\$\{[^{}]*\}|<[^<>]*>")

# What one place of a pattern takes: a character, any, or any but one.
ANY = "any"
NO_COLON = "any but :"
NO_SLASH = "any but /"
# That, and whether it may be repeated or left out.
Token = tuple[str, bool]


def is_wild(text: str) -> bool:
    """Whether the text stands for more than itself."""
    return "*" in text or "?" in text


@functools.lru_cache(maxsize=None)
def action(pattern: str) -> re.Pattern:
    """A pattern of actions as a regular expression; IAM reads actions in any case."""
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(c, re.escape(c)) for c in pattern), re.IGNORECASE)


@functools.lru_cache(maxsize=None)
def key(template: str) -> re.Pattern:
    """A condition key of the reference as a regular expression: `aws:RequestTag/${TagKey}`."""
    return re.compile(".+".join(re.escape(part) for part in PLACEHOLDER.split(template)))


@functools.lru_cache(maxsize=None)
def meet(pattern: str, template: str) -> bool:
    """Whether an ARN pattern of a policy and an ARN of the reference have an ARN in common."""
    left = [(ANY, c == "*") if c in "*?" else (c, False) for c in pattern]
    right = _reference(template)

    @functools.lru_cache(maxsize=None)
    def common(i: int, j: int) -> bool:
        if i == len(left) or j == len(right):
            return all(many for _, many in left[i:]) and all(many for _, many in right[j:])
        (one, one_many), (other, other_many) = left[i], right[j]
        if one_many and common(i + 1, j) or other_many and common(i, j + 1):
            return True
        if one_many and other_many or not _take_the_same(one, other):
            return False
        return common(i if one_many else i + 1, j if other_many else j + 1)

    return common(0, 0)


def _reference(template: str) -> list[Token]:
    tokens: list[Token] = []
    position = 0
    for found in PLACEHOLDER.finditer(template):
        tokens += [(c, False) for c in template[position:found.start()]]
        if found[0] == "${Partition}":
            tokens += [(c, False) for c in "aws"]
        elif template[:found.start()].count(":") < 5:  # a region or an account
            tokens.append((NO_COLON, True))
        else:
            # A bucket's is the one name in which a slash would make another type of the ARN.
            tokens.append((NO_SLASH if found[0] == "${BucketName}" else ANY, True))
        position = found.end()
    return tokens + [(c, False) for c in template[position:]]


def _take_the_same(one: str, other: str) -> bool:
    """Whether there is a character that both take."""
    if len(one) > 1 and len(other) > 1:
        return True
    if len(one) == 1 and len(other) == 1:
        return one == other
    wide, character = (one, other) if len(one) > 1 else (other, one)
    return wide == ANY or wide[-1] != character
