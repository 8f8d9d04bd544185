"""The tables that both services share, as SQLAlchemy maps them."""

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Of all tables."""

    type_annotation_map = {str: Text, int: BigInteger, datetime: DateTime(timezone=True)}


class Recipient(Base):
    """Who is told."""

    __tablename__ = "recipients"
    recipient_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    phone_number: Mapped[str]
    sms_enabled: Mapped[bool]
    voice_enabled: Mapped[bool]
    tags: Mapped[str]
    active: Mapped[bool]
    opted_out_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class RecipientTag(Base):
    """Which recipients have a tag."""

    __tablename__ = "recipient_tags"
    tag: Mapped[str] = mapped_column(primary_key=True)
    recipient_id: Mapped[str] = mapped_column(primary_key=True)


class Alert(Base):
    """What is told."""

    __tablename__ = "alerts"
    alert_id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    message: Mapped[str]
    priority: Mapped[str]
    delivery_method: Mapped[str]
    filter_tags: Mapped[str]
    filter_active_only: Mapped[bool]
    status: Mapped[str]
    estimated_recipients: Mapped[int]
    total_recipients: Mapped[int | None]
    home_cell: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class OutboxEntry(Base):
    """An event that waits to be published."""

    __tablename__ = "outbox"
    event_id: Mapped[str] = mapped_column(primary_key=True)
    message: Mapped[str]
    change: Mapped[str]
    priority: Mapped[str]
    home_cell: Mapped[str]
    created_at: Mapped[datetime]
    claimed_until: Mapped[datetime]
    published_at: Mapped[datetime | None]


class IdempotencyKey(Base):
    """An answer that is given again to who asks again."""

    __tablename__ = "idempotency_keys"
    scope: Mapped[str] = mapped_column(primary_key=True)
    idempotency_key: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[str]
    answer: Mapped[str | None]
    created_at: Mapped[datetime]
