"""The variables that the chart sets for the API: the names of its resources, as they are here."""

import os
import pathlib

CELL = "cell-use1-01"
ACCOUNT = "000000000000"
REGION = "us-east-1"
TOPICS = ("alert-events", "delivery-status")
ENDPOINTS = "/alerts/endpoints"
TABLE = "deliveries"


def arn(service: str, name: str) -> str:
    """The name of a topic or a queue in all of AWS."""
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{name}"


NAMES = {
    "BIZCOMMS_CELL": CELL,
    "BIZCOMMS_DATABASE_ALERTS_NAME": "alerts",
    "BIZCOMMS_DATABASE_ALERTS_ENDPOINTS": ENDPOINTS,
    "BIZCOMMS_SECRET_API_KEYS_NAME": "api-keys",
    "BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME": "application",
    "BIZCOMMS_SECRET_DATABASE_ALERTS_MIGRATION_NAME": "migration",
    "BIZCOMMS_SECRET_TWILIO_NAME": "twilio",
    "BIZCOMMS_TABLE_DELIVERIES_NAME": TABLE,
    **{
        f"BIZCOMMS_TOPIC_{topic.replace('-', '_').upper()}_ARN": arn("sns", topic)
        for topic in TOPICS
    },
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def environment(aws: str, root_certificates: pathlib.Path) -> dict[str, str]:
    """What a service is started with: AWS at an address, and who signs for databases."""
    return {
        "PATH": os.environ["PATH"],
        **NAMES,
        "AWS_ENDPOINT_URL": aws,
        "BIZCOMMS_DATABASE_ROOT_CERTIFICATES": str(root_certificates),
    }
