"""The service: `uvicorn peer.main:app`."""

import asyncio
import contextlib
import re
from datetime import datetime, timezone
from typing import Annotated

import aioboto3
from fastapi import Depends, FastAPI, Query, Request, Response
from sqlalchemy import text

from . import errors, stores
from .access import Gatekeeper, Key, no_query, reads, writes
from .deliveries import DeliveryStore, counts
from .identifiers import cursor, last_of
from .models import (
    AlertAnswer,
    AlertCreated,
    AlertDeliveries,
    AlertDraft,
    AlertList,
    AlertListQuery,
    PageQuery,
    RecipientCreated,
    RecipientDraft,
    RecipientFilters,
)
from .request_log import RequestLog
from .settings import Settings
from .stores import Database
from .tables import Alert

settings = Settings.of_environment()


@contextlib.asynccontextmanager
async def lifespan(app: FastAPI):
    """What lives as long as the process."""
    database = Database(settings)
    session = aioboto3.Session()
    async with session.client("dynamodb") as dynamodb:
        app.state.database = database
        app.state.gatekeeper = Gatekeeper(settings.api_keys)
        app.state.deliveries = DeliveryStore(dynamodb, settings.deliveries_table)
        yield
        await database.engine.dispose()


app = FastAPI(lifespan=lifespan)
errors.install(app)
app.add_middleware(RequestLog, cell=settings.cell)
log = RequestLog(None, settings.cell)


def alert_answer(alert: Alert) -> AlertAnswer:
    """An alert, as callers see it; the table's own values need no second check."""
    return AlertAnswer.model_construct(
        alert_id=alert.alert_id,
        title=alert.title,
        message=alert.message,
        priority=alert.priority,
        delivery_method=alert.delivery_method,
        recipient_filters=RecipientFilters.model_construct(
            tags=[tag for tag in alert.filter_tags.split("\n") if tag],
            active_only=alert.filter_active_only,
        ),
        status=alert.status,
        estimated_recipients=alert.estimated_recipients,
        created_at=alert.created_at,
        updated_at=alert.updated_at,
    )


def json_answer(model, status: int = 200, headers: dict | None = None) -> Response:
    """Pydantic's own writer, without FastAPI's second validation of what was just made."""
    return Response(
        model.__pydantic_serializer__.to_json(model), status, headers, "application/json"
    )


def idempotency_key(request: Request) -> str | None:
    """What the caller calls the request."""
    name = request.headers.get("idempotency-key")
    if name is not None and not re.fullmatch(r"[!-~]{1,255}", name):
        field = ("Idempotency-Key", "must be 1 to 255 characters of ASCII without spaces")
        raise errors.APIError(400, "invalid_request", "one field is wrong", [field])
    return name


async def created(request: Request, key: Key, operation: str, draft, status: int, create):
    """Creates once, in one transaction, and answers; `create` gives the model of the answer."""
    name = idempotency_key(request)
    now = datetime.now(timezone.utc)
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    scope = f"{key.name} {operation}"
    async with request.app.state.database.write.begin() as session:
        if name is not None:
            body = draft.model_dump_json().encode()
            known = await stores.answered_before(session, scope, name, body, now)
            if known is not None:
                headers = {"Idempotency-Replayed": "true"}
                return Response(known, status, headers, "application/json")
        made = await create(session, now)
        if name is not None:
            await stores.keep_answer(session, scope, name, made.model_dump_json())
    return json_answer(made, status)


@app.get("/health")
async def health(request: Request):
    """Whether the database answers."""
    async with request.app.state.database.read() as session:
        await session.execute(text("SELECT 1"))
    return {"status": "ok", "cell": settings.cell, "database": "ok"}


@app.get("/v1/alerts", response_model=AlertList, dependencies=[Depends(reads)])
async def list_alerts(request: Request, query: Annotated[AlertListQuery, Query()]):
    """Alerts, newest first."""
    async with request.app.state.database.read() as session:
        found = await stores.list_alerts(session, query)
    page = found[: query.limit]
    return json_answer(
        AlertList.model_construct(
            alerts=[alert_answer(alert) for alert in page],
            next_cursor=cursor(page[-1].alert_id) if len(found) > query.limit else None,
        )
    )


@app.get(
    "/v1/alerts/{alert_id}",
    response_model=AlertAnswer,
    dependencies=[Depends(reads), Depends(no_query)],
)
async def get_alert(request: Request, alert_id: str):
    """An alert."""
    async with request.app.state.database.read() as session:
        alert = await stores.alert_by_id(session, alert_id)
    return json_answer(alert_answer(alert), headers={"ETag": f'"{alert.version}"'})


@app.get(
    "/v1/alerts/{alert_id}/status",
    response_model=AlertDeliveries,
    dependencies=[Depends(reads)],
)
async def get_alert_status(
    request: Request, alert_id: str, query: Annotated[PageQuery, Query()]
):
    """How far an alert's deliveries are."""
    after = None
    if query.cursor is not None and (after := last_of(query.cursor)) is None:
        field = ("cursor", "must be the `next_cursor` of an answer")
        raise errors.APIError(400, "invalid_request", "one field is wrong", [field])
    async with request.app.state.database.read() as session:
        alert = await stores.alert_by_id(session, alert_id)
    deliveries = request.app.state.deliveries
    statuses, (page, last) = await asyncio.gather(
        deliveries.statuses(alert_id), deliveries.page(alert_id, after, query.limit)
    )
    total, counted = counts(statuses, alert)
    return json_answer(
        AlertDeliveries.model_construct(
            alert_id=alert.alert_id,
            status=alert.status,
            total_recipients=total,
            delivery_status=counted,
            deliveries=page,
            next_cursor=cursor(last) if last else None,
        )
    )


@app.post(
    "/v1/alerts",
    status_code=202,
    response_model=AlertCreated,
    dependencies=[Depends(writes), Depends(no_query)],
)
async def create_alert(request: Request, draft: AlertDraft, key: Annotated[Key, Depends(writes)]):
    """Creates an alert."""

    async def create(session, now):
        alert = await stores.create_alert(session, draft, settings.cell, now)
        log.write("alert created", alert_id=alert.alert_id, api_key=key.prefix)
        return AlertCreated.model_construct(
            alert_id=alert.alert_id,
            status=alert.status,
            created_at=alert.created_at,
            estimated_recipients=alert.estimated_recipients,
        )

    return await created(request, key, "createAlert", draft, 202, create)


@app.post(
    "/v1/recipients",
    status_code=201,
    response_model=RecipientCreated,
    dependencies=[Depends(writes), Depends(no_query)],
)
async def create_recipient(
    request: Request, draft: RecipientDraft, key: Annotated[Key, Depends(writes)]
):
    """Creates a recipient."""

    async def create(session, now):
        recipient = await stores.create_recipient(session, draft, now)
        return RecipientCreated.model_construct(
            recipient_id=recipient.recipient_id,
            name=recipient.name,
            phone_number=recipient.phone_number,
            created_at=recipient.created_at,
        )

    return await created(request, key, "createRecipient", draft, 201, create)
