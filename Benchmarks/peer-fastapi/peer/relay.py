"""Publishes events of the outbox, as our relay does: twenty at once, five times a second at rest."""

import asyncio
import logging
from datetime import datetime, timezone

from .stores import Database, claim_events, mark_published

BATCH = 20


class Relay:
    """From the outbox to the topic of alert events."""

    def __init__(self, database: Database, sns, topic: str, cell: str) -> None:
        self._database, self._sns, self._topic, self._cell = database, sns, topic, cell

    async def run(self) -> None:
        """Runs until it is cancelled."""
        while True:
            try:
                if await self._relay_once() == BATCH:
                    continue
            except Exception:  # What fails now is tried again: an event is never lost.
                logging.exception("events wait")
            await asyncio.sleep(0.2)

    async def _relay_once(self) -> int:
        async with self._database.write.begin() as session:
            now = datetime.now(timezone.utc)
            entries = await claim_events(session, self._cell, BATCH, now)
        if entries:
            await asyncio.gather(*(self._publish(entry) for entry in entries))
            async with self._database.write.begin() as session:
                ids = [entry.event_id for entry in entries]
                await mark_published(session, ids, datetime.now(timezone.utc))
        return len(entries)

    async def _publish(self, entry) -> None:
        attributes = {"type": entry.change, "priority": entry.priority}
        await self._sns.publish(
            TopicArn=self._topic,
            Message=entry.message,
            MessageAttributes={
                name: {"DataType": "String", "StringValue": value}
                for name, value in attributes.items()
            },
        )
