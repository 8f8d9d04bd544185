"""Deliveries in their table of DynamoDB."""

from .models import Delivery, DeliveryCounts


class DeliveryStore:
    """Reads one table."""

    def __init__(self, dynamodb, table: str) -> None:
        self._dynamodb = dynamodb
        self._table = table

    async def page(self, alert_id: str, after: str | None, limit: int):
        """Deliveries of an alert in the order of their recipients, and whether there is more."""
        items = await self._items(alert_id, after, limit + 1)
        last = items[limit - 1]["recipient_channel"]["S"] if len(items) > limit else None
        return [delivery(item) for item in items[:limit]], last

    async def statuses(self, alert_id: str) -> list[str]:
        """The status of each delivery of an alert."""
        found, last = [], None
        while True:
            items = await self._items(alert_id, last, 1000)
            found += [item["status"]["S"] for item in items]
            if len(items) < 1000:
                return found
            last = items[-1]["recipient_channel"]["S"]

    async def _items(self, alert_id: str, after: str | None, limit: int) -> list[dict]:
        query = {
            "TableName": self._table,
            "KeyConditionExpression": "#partition = :partition",
            "ExpressionAttributeNames": {"#partition": "alert_id"},
            "ExpressionAttributeValues": {":partition": {"S": alert_id}},
            "Limit": limit,
        }
        if after:
            query["ExclusiveStartKey"] = key(alert_id, after)
        items = []
        while True:
            answer = await self._dynamodb.query(**query)
            items += answer["Items"]
            if len(items) >= limit or "LastEvaluatedKey" not in answer:
                return items[:limit]
            query["ExclusiveStartKey"] = answer["LastEvaluatedKey"]


def key(alert_id: str, sort: str) -> dict:
    """Where an item is."""
    return {"alert_id": {"S": alert_id}, "recipient_channel": {"S": sort}}


def delivery(item: dict) -> Delivery:
    """An item, as callers see it."""
    recipient_id, channel = item["recipient_channel"]["S"].split("#")
    texts = {name: value.get("S") for name, value in item.items()}
    error = item.get("error_code")
    return Delivery(
        recipient_id=recipient_id,
        channel=channel,
        phone_number=texts["phone_number"],
        status=texts["status"],
        twilio_sid=texts.get("twilio_sid"),
        error_code=int(error["N"]) if error else None,
        sent_at=texts.get("sent_at"),
        delivered_at=texts.get("delivered_at"),
    )


def counts(statuses: list[str], alert) -> tuple[int, DeliveryCounts]:
    """How many recipients there are, and how far they are."""
    delivered = statuses.count("delivered")
    sent = statuses.count("sent") + delivered
    failed, cancelled = statuses.count("failed"), statuses.count("cancelled")
    under_way = len(statuses) - sent - failed - cancelled
    total = alert.total_recipients
    if total is None:
        total = max(alert.estimated_recipients, len(statuses))
    pending = max(0, total - sent - failed - cancelled)
    if alert.status == "cancelled":
        pending = under_way
    return total, DeliveryCounts(
        sent=sent,
        delivered=delivered,
        failed=failed,
        pending=pending,
        cancelled=total - sent - failed - pending,
    )
