"""Bodies and answers, with the limits of the alert API."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

# Control characters are refused, but for tabs, and line ends where there may be several lines.
LINE = r"^[^\x00-\x08\x0a-\x1f\x7f-\x9f]*$"
LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$"

Priority = Literal["high", "normal"]
Channel = Literal["sms", "voice"]
AlertStatus = Literal["queued", "sending", "completed", "cancelled"]
Tag = Annotated[str, Field(min_length=1, max_length=64, pattern=LINE)]
# Each once, in order.
Tags = Annotated[list[Tag], Field(max_length=50), AfterValidator(lambda tags: sorted(set(tags)))]
PhoneNumber = Annotated[str, Field(pattern=r"^\+[1-9][0-9]{6,14}$")]


def moment_text(moment: datetime) -> str:
    """`2026-11-26T12:00:00.000Z`."""
    return moment.isoformat(timespec="milliseconds")[:23] + "Z"


Moment = Annotated[datetime, PlainSerializer(moment_text, return_type=str)]


class Body(BaseModel):
    """What callers send: nothing is converted, nothing unknown is passed over."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Query(BaseModel):
    """What stands after the question mark."""

    model_config = ConfigDict(extra="forbid")


class RecipientFilters(Body):
    """Whom an alert goes to."""

    tags: Tags = []
    active_only: bool = True


class AlertDraft(Body):
    """An alert, as callers write it."""

    title: Annotated[str, Field(min_length=1, max_length=200, pattern=LINE)]
    message: Annotated[str, Field(min_length=1, max_length=1600, pattern=LINES)]
    priority: Priority = "normal"
    delivery_method: Channel
    recipient_filters: RecipientFilters = RecipientFilters()


class Preferences(Body):
    """How a recipient may be reached."""

    sms_enabled: bool = True
    voice_enabled: bool = False


class RecipientDraft(Body):
    """A recipient, as callers write it."""

    name: Annotated[str, Field(min_length=1, max_length=200, pattern=LINE)]
    phone_number: PhoneNumber
    preferences: Preferences = Preferences()
    tags: Tags = []
    active: bool = True


class PageQuery(Query):
    """Which part of a list."""

    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=200)] | None = None


class AlertListQuery(PageQuery):
    """Which alerts."""

    status: AlertStatus | None = None
    priority: Priority | None = None
    delivery_method: Channel | None = None


class RecipientCreated(BaseModel):
    """The answer to whoever created a recipient."""

    recipient_id: str
    name: str
    phone_number: str
    created_at: Moment


class AlertCreated(BaseModel):
    """The answer to whoever created an alert."""

    alert_id: str
    status: AlertStatus
    created_at: Moment
    estimated_recipients: int


class AlertAnswer(BaseModel):
    """An alert."""

    alert_id: str
    title: str
    message: str
    priority: Priority
    delivery_method: Channel
    recipient_filters: RecipientFilters
    status: AlertStatus
    estimated_recipients: int
    created_at: Moment
    updated_at: Moment


class AlertList(BaseModel):
    """A page of alerts."""

    alerts: list[AlertAnswer]
    next_cursor: str | None


class Delivery(BaseModel):
    """An alert on its way to one recipient."""

    recipient_id: str
    channel: Channel
    phone_number: str
    status: str
    twilio_sid: str | None
    error_code: int | None
    sent_at: str | None
    delivered_at: str | None


class DeliveryCounts(BaseModel):
    """Deliveries by status."""

    sent: int
    delivered: int
    failed: int
    pending: int
    cancelled: int


class AlertDeliveries(BaseModel):
    """How far an alert's deliveries are."""

    alert_id: str
    status: AlertStatus
    total_recipients: int
    delivery_status: DeliveryCounts
    deliveries: list[Delivery]
    next_cursor: str | None
