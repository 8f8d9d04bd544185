"""What the environment says."""

import dataclasses
import os


@dataclasses.dataclass(frozen=True)
class Settings:
    """All that the service is told."""

    cell: str
    database_url: str
    root_certificates: str
    api_keys: str
    deliveries_table: str
    # Of each process, as ours.
    connections: int = 8

    @classmethod
    def of_environment(cls) -> "Settings":
        """Reads the variables; a missing one is a `KeyError` with its name."""
        return cls(
            cell=os.environ["BIZCOMMS_CELL"],
            database_url=os.environ["PEER_DATABASE_URL"],
            root_certificates=os.environ["BIZCOMMS_DATABASE_ROOT_CERTIFICATES"],
            api_keys=os.environ["PEER_API_KEYS"],
            deliveries_table=os.environ["BIZCOMMS_TABLE_DELIVERIES_NAME"],
        )
