"""IDs that are drawn here, and cursors."""

import base64
import binascii
import re
import secrets
from datetime import datetime

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def draw(prefix: str, moment: datetime) -> str:
    """48 bits of milliseconds and 80 random ones, in base 32."""
    number = (round(moment.timestamp() * 1000) << 80) | secrets.randbits(80)
    return prefix + "_" + "".join(DIGITS[number >> shift & 31] for shift in range(125, -1, -5))


def is_identifier(prefix: str, text: str) -> bool:
    """Whether a text can be an ID."""
    return len(text) <= 64 and re.fullmatch(rf"{prefix}_[0-9a-z_]+", text) is not None


def cursor(last: str) -> str:
    """Hides what comes last on a page."""
    return base64.urlsafe_b64encode(last.encode()).decode().rstrip("=")


def last_of(text: str) -> str | None:
    """What `cursor` hid; `None` for what isn't one."""
    try:
        last = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    return last if last and cursor(last) == text else None
