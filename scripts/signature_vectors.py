"""Writes requests with the signatures that botocore gives them: what our own signer must give too.

The time, the keys and the requests are fixed, so that the file changes only where botocore does.
"""

import argparse
import datetime
import json
import pathlib
import sys
import urllib.parse

import botocore
import botocore.auth
import botocore.awsrequest
import botocore.credentials

TIME = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
# Keys of AWS's own documentation; they open nothing.
ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
SESSION_TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE//a+b/c=="


def json_call(name: str, service: str, version: str, target: str, body: str, region="us-east-1"):
    """A POST as the services that speak JSON want it."""
    headers = [["content-type", f"application/x-amz-json-{version}"], ["x-amz-target", target]]
    return request(name, "POST", service, headers=headers, body=body, region=region)


def request(
    name, method, service, path="/", query=(), headers=(), body="", region="us-east-1", host=None
):
    """A request before it is signed; path, query and headers are not encoded."""
    return {
        "name": name,
        "method": method,
        "service": service,
        "region": region,
        "path": path,
        "query": [list(pair) for pair in query],
        "headers": [["host", host or f"{service}.{region}.amazonaws.com"], *map(list, headers)],
        "body": body,
    }


FORM = [["content-type", "application/x-www-form-urlencoded; charset=utf-8"]]
REQUESTS = [
    json_call(
        "JSON of DynamoDB", "dynamodb", "1.0", "DynamoDB_20120810.PutItem",
        '{"Item":{"id":{"S":"é 🚨"}},"TableName":"deliveries"}',
    ),
    json_call(
        "JSON of SQS", "sqs", "1.0", "AmazonSQS.SendMessage",
        '{"MessageBody":"a b","QueueUrl":"https://sqs.us-east-1.amazonaws.com/1/q"}',
    ),
    json_call(
        "JSON of Secrets Manager", "secretsmanager", "1.1", "secretsmanager.GetSecretValue",
        '{"SecretId":"bizcomms/production/api-keys"}', region="us-west-1",
    ),
    json_call(
        "JSON of SSM", "ssm", "1.1", "AmazonSSM.GetParametersByPath", '{"Path":"/bizcomms/"}'
    ),
    request(
        "form of SNS", "POST", "sns", headers=FORM,
        body="Action=Publish&Version=2010-03-31&Message=a%20b%26c&TopicArn=arn%3Aaws%3Asns%3A1",
    ),
    request(
        "query unsorted, repeated, empty and not ASCII", "GET", "sns",
        query=[
            ("Message", "a b+c/d=e&f~g*é"), ("Action", "Publish"), ("B", "2"), ("B", "10"),
            ("B", ""), ("a", "ü"), ("ä", "1"), ("A", ""), ("A-", "1"), ("A0", "1"),
        ],
    ),
    request(
        "path that is encoded twice", "GET", "execute-api", path="/a b/ü/c%d/e+f=g:h@i,j",
        host="x.execute-api.us-east-1.amazonaws.com",
    ),
    request(
        "path with dots and empty segments", "GET", "execute-api", path="/a/./b//../c/",
        host="x.execute-api.us-east-1.amazonaws.com",
    ),
    request(
        "headers with repeated spaces, capitals and what is not signed", "GET", "sqs",
        headers=[
            ["X-Custom", "  a   b\t c  "], ["My-Header", "B"], ["User-Agent", "bizcomms"],
            ["X-Amzn-Trace-Id", "Root=1"], ["Connection", "keep-alive"],
        ],
    ),
    request("a port that is not the scheme's own", "GET", "sqs", host="127.0.0.1:5557"),
    request("no body", "POST", "sts"),
]


def signed(vector: dict, token: str | None) -> dict:
    """The request, and the headers that botocore adds."""
    path = urllib.parse.quote(vector["path"], safe="/-_.~")
    query = "&".join(
        f"{urllib.parse.quote(name, safe='-_.~')}={urllib.parse.quote(value, safe='-_.~')}"
        for name, value in vector["query"]
    )
    url = f"https://{vector['headers'][0][1]}{path}{'?' if query else ''}{query}"
    unsigned = botocore.awsrequest.AWSRequest(
        method=vector["method"], url=url, data=vector["body"].encode(),
        headers=dict(vector["headers"]),
    )
    keys = botocore.credentials.Credentials(ACCESS_KEY, SECRET_KEY, token)
    botocore.auth.SigV4Auth(keys, vector["service"], vector["region"]).add_auth(unsigned)
    added = {
        name: unsigned.headers[name]
        for name in ("X-Amz-Date", "X-Amz-Security-Token", "Authorization")
        if name in unsigned.headers
    }
    name = vector["name"] + (", with a session token" if token else "")
    return vector | {"name": name, "token": token, "added": added}


def document() -> str:
    """The file's text."""
    botocore.auth.get_current_datetime = lambda *_, **__: TIME.replace(tzinfo=None)
    vectors = [signed(vector, token) for token in (None, SESSION_TOKEN) for vector in REQUESTS]
    return json.dumps(
        {
            "signer": f"botocore {botocore.__version__}",
            "secondsSince1970": int(TIME.timestamp()),
            "accessKey": ACCESS_KEY,
            "secretKey": SECRET_KEY,
            "vectors": vectors,
        },
        indent=2, ensure_ascii=False,
    ) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=pathlib.Path, required=True, help="the file")
    parser.add_argument("--check", action="store_true", help="only compare")
    arguments = parser.parse_args()
    text = document()
    if not arguments.check:
        arguments.write.write_text(text)
    elif arguments.write.read_text() != text:
        sys.exit(f"{arguments.write} is not what botocore signs; run scripts/signature-vectors")


if __name__ == "__main__":
    main()
