"""One shape for all that goes wrong."""

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

CODES = {404: "not_found", 405: "method_not_allowed"}


class APIError(Exception):
    """An answer that says what is wrong."""

    def __init__(self, status, code, message, fields=(), headers=None):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.fields, self.headers = fields, headers


def answer(request: Request, error: APIError) -> Response:
    """The answer itself."""
    body = {
        "error": {
            "code": error.code,
            "message": error.message,
            "request_id": request.state.request_id,
            "fields": [{"field": field, "problem": problem} for field, problem in error.fields],
        }
    }
    return Response(
        orjson.dumps(body), error.status, error.headers, media_type="application/json"
    )


def field_name(location) -> str:
    """`recipient_filters.tags[2]`."""
    name = ""
    for part in location[1:]:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name or "body"


def install(app: FastAPI) -> None:
    """Answers errors of the framework in the same shape."""

    @app.exception_handler(APIError)
    async def told(request: Request, error: APIError):
        return answer(request, error)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError):
        fields = [
            ("body" if each["type"] == "json_invalid" else field_name(each["loc"]), each["msg"])
            for each in error.errors()
        ]
        return answer(request, APIError(400, "invalid_request", "fields are wrong", fields))

    @app.exception_handler(HTTPException)
    async def other(request: Request, error: HTTPException):
        code = CODES.get(error.status_code, "invalid_request")
        return answer(request, APIError(error.status_code, code, str(error.detail)))
