"""Alerts and recipients in PostgreSQL, each change and its event in one transaction."""

import hashlib
import ssl
from datetime import datetime

import orjson
from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_nothing
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from . import identifiers
from .errors import APIError
from .models import AlertDraft, AlertListQuery, RecipientDraft, moment_text
from .settings import Settings
from .tables import Alert, IdempotencyKey, OutboxEntry, Recipient, RecipientTag


class Database:
    """Connections, and two kinds of sessions on them."""

    def __init__(self, settings: Settings) -> None:
        self.engine = create_async_engine(
            settings.database_url,
            pool_size=settings.connections,
            max_overflow=0,
            pool_recycle=1800,
            connect_args={
                "ssl": ssl.create_default_context(cafile=settings.root_certificates),
                "server_settings": {"statement_timeout": "5000", "timezone": "UTC"},
            },
        )
        # A statement that reads is its own transaction: `BEGIN` and `ROLLBACK` are not sent.
        reading = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self.read = async_sessionmaker(reading, expire_on_commit=False)
        self.write = async_sessionmaker(self.engine, expire_on_commit=False)


async def alert_by_id(session: AsyncSession, alert_id: str) -> Alert:
    """An alert; raises 404."""
    if identifiers.is_identifier("alert", alert_id):
        if alert := await session.get(Alert, alert_id):
            return alert
    raise APIError(404, "not_found", "there is nothing with this ID")


async def list_alerts(session: AsyncSession, query: AlertListQuery) -> list[Alert]:
    """One more than asked for, so that the caller sees whether there is more."""
    statement = select(Alert).order_by(Alert.alert_id.desc()).limit(query.limit + 1)
    if query.cursor is not None:
        last = identifiers.last_of(query.cursor)
        if last is None:
            field = ("cursor", "must be the `next_cursor` of an answer")
            raise APIError(400, "invalid_request", "one field is wrong", [field])
        statement = statement.where(Alert.alert_id < last)
    if query.status:
        statement = statement.where(Alert.status == query.status)
    if query.priority:
        statement = statement.where(Alert.priority == query.priority)
    if query.delivery_method:
        statement = statement.where(Alert.delivery_method == query.delivery_method)
    return list(await session.scalars(statement))


async def count_recipients(session: AsyncSession, draft: AlertDraft) -> int:
    """How many recipients an alert goes to."""
    wants = Recipient.sms_enabled if draft.delivery_method == "sms" else Recipient.voice_enabled
    statement = (
        select(func.count())
        .select_from(Recipient)
        .where(Recipient.opted_out_at.is_(None), wants.is_(True))
    )
    if draft.recipient_filters.active_only:
        statement = statement.where(Recipient.active.is_(True))
    if tags := draft.recipient_filters.tags:
        tagged = select(RecipientTag.recipient_id).where(RecipientTag.tag.in_(tags))
        statement = statement.where(Recipient.recipient_id.in_(tagged))
    return await session.scalar(statement) or 0


async def create_alert(
    session: AsyncSession, draft: AlertDraft, cell: str, now: datetime
) -> Alert:
    """Adds an alert and the event that tells of it."""
    alert = Alert(
        alert_id=identifiers.draw("alert", now),
        title=draft.title,
        message=draft.message,
        priority=draft.priority,
        delivery_method=draft.delivery_method,
        filter_tags="\n".join(draft.recipient_filters.tags),
        filter_active_only=draft.recipient_filters.active_only,
        status="queued",
        estimated_recipients=await count_recipients(session, draft),
        home_cell=cell,
        created_at=now,
        updated_at=now,
        version=1,
    )
    event_id = identifiers.draw("event", now)
    message = {
        "event_id": event_id,
        "type": "alert.created",
        "alert_id": alert.alert_id,
        "priority": alert.priority,
        "cell": cell,
        "created_at": moment_text(now),
    }
    event = OutboxEntry(
        event_id=event_id,
        message=orjson.dumps(message).decode(),
        change="alert.created",
        priority=alert.priority,
        home_cell=cell,
        created_at=now,
        claimed_until=now,
    )
    session.add_all([alert, event])
    await session.flush()
    return alert


async def create_recipient(
    session: AsyncSession, draft: RecipientDraft, now: datetime
) -> Recipient:
    """Adds a recipient; raises 409 where another one has the number."""
    recipient = Recipient(
        recipient_id=identifiers.draw("recip", now),
        name=draft.name,
        phone_number=draft.phone_number,
        sms_enabled=draft.preferences.sms_enabled,
        voice_enabled=draft.preferences.voice_enabled,
        tags="\n".join(draft.tags),
        active=draft.active,
        created_at=now,
        updated_at=now,
        version=1,
    )
    session.add(recipient)
    try:
        await session.flush()
    except IntegrityError as error:
        if "phone_number" not in str(error.orig):
            raise
        problem = "another recipient has this number; change that one instead"
        raise APIError(409, "conflict", problem, [("phone_number", problem)]) from error
    if draft.tags:
        rows = [{"tag": tag, "recipient_id": recipient.recipient_id} for tag in draft.tags]
        await session.execute(insert(RecipientTag).values(rows))
    return recipient


async def answered_before(
    session: AsyncSession, scope: str, key: str, body: bytes, now: datetime
) -> str | None:
    """Takes an idempotency key; the answer where the same request was answered before."""
    digest = hashlib.sha256(body).hexdigest()
    taken = await session.execute(
        insert_or_nothing(IdempotencyKey)
        .values(scope=scope, idempotency_key=key, request_hash=digest, created_at=now)
        .on_conflict_do_nothing()
    )
    if taken.rowcount == 1:
        return None
    found = await session.get_one(IdempotencyKey, (scope, key))
    if found.request_hash != digest:
        problem = "another request had this key; draw a new one for a new request"
        raise APIError(409, "conflict", problem, [("Idempotency-Key", problem)])
    return found.answer


async def keep_answer(session: AsyncSession, scope: str, key: str, answer: str) -> None:
    """Keeps what was answered, for who asks again."""
    await session.execute(
        update(IdempotencyKey)
        .where(IdempotencyKey.scope == scope, IdempotencyKey.idempotency_key == key)
        .values(answer=answer)
    )
