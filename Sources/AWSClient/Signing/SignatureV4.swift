import Crypto

/// Signs requests for one service in one region with AWS Signature Version 4.
///
/// It has no clock and does no I/O: the same request at the same time gets the same signature.
/// Source: AWS General Reference, "Create a signed AWS API request", November 2026; the tests
/// compare it with what botocore signs.
struct SignatureV4: Sendable {
  /// What is signed. Names and values are as they are meant, not percent-encoded.
  struct Request: Sendable {
    var method: String
    var path: String
    var query: [QueryItem] = []
    /// What is sent, and `host`.
    var headers: [HeaderField]
    var body: [UInt8]
  }

  /// A name and its value in a query; a name may come several times.
  struct QueryItem: Sendable, Hashable {
    let name: String
    let value: String
  }

  let region: String
  /// The service's name in a signature, such as `sqs`.
  let service: String
  /// Where keys are kept that were made.
  var keys: SigningKeys?

  /// The headers to send besides those of `request`: time, session token and signature.
  func headers(
    signing request: Request, with credentials: AWSCredentials, at time: SigningTime
  ) -> [HeaderField] {
    var added = [HeaderField("x-amz-date", time.stamp)]
    if let token = credentials.sessionToken {
      added.append(HeaderField("x-amz-security-token", token))
    }
    let signed = canonicalHeaders(request.headers + added)
    let names = signed.map(\.name).joined(separator: ";")
    let canonicalRequest = [
      request.method, canonicalPath(request.path), canonicalQuery(request.query),
      signed.map { "\($0.name):\($0.value)\n" }.joined(), names,
      SHA256.hash(data: request.body).hexadecimal,
    ].joined(separator: "\n")
    let scope = "\(time.day)/\(region)/\(service)/aws4_request"
    let text = [
      algorithm, time.stamp, scope, SHA256.hash(data: Array(canonicalRequest.utf8)).hexadecimal,
    ].joined(separator: "\n")
    let signature = HMAC<SHA256>.authenticationCode(
      for: Array(text.utf8), using: key(credentials, day: time.day)
    ).hexadecimal
    let authorization =
      "\(algorithm) Credential=\(credentials.accessKeyID)/\(scope), "
      + "SignedHeaders=\(names), Signature=\(signature)"
    return added + [HeaderField("authorization", authorization)]
  }

  /// The key of one day, region and service.
  private func key(_ credentials: AWSCredentials, day: String) -> SymmetricKey {
    guard let keys else { return newKey(credentials, day: day) }
    return keys.key(of: service, in: region, on: day, for: credentials) {
      newKey(credentials, day: day)
    }
  }

  private func newKey(_ credentials: AWSCredentials, day: String) -> SymmetricKey {
    let start = SymmetricKey(data: Array("AWS4\(credentials.secretAccessKey)".utf8))
    return [day, region, service, "aws4_request"].reduce(start) { key, part in
      SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
    }
  }
}

private let algorithm = "AWS4-HMAC-SHA256"

/// What proxies and HTTP libraries may change or add on the way.
private let unsignedHeaders: Set<String> = [
  "authorization", "connection", "expect", "keep-alive", "proxy-authenticate",
  "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
  "x-amzn-trace-id",
]

/// Each name once and in lower case, sorted; runs of white space are one space.
private func canonicalHeaders(_ headers: [HeaderField]) -> [HeaderField] {
  var canonical: [HeaderField] = []
  for header in headers {
    let name = header.name.lowercased()
    guard !unsignedHeaders.contains(name) else { continue }
    let value = withSingleSpaces(header.value)
    if let place = canonical.firstIndex(where: { $0.name == name }) {
      canonical[place] = HeaderField(name, "\(canonical[place].value),\(value)")
    } else {
      canonical.append(HeaderField(name, value))
    }
  }
  return canonical.sorted { $0.name < $1.name }
}

private func withSingleSpaces(_ value: String) -> String {
  var last = UInt8(ascii: " ")
  let isAsItShouldBe = value.utf8.allSatisfy { byte in
    defer { last = byte }
    return byte > 0x20 && byte < 0x80 || byte == 0x20 && last != 0x20
  }
  // Nearly every value; what may hold white space beyond ASCII is looked at by the character.
  if isAsItShouldBe, last != 0x20 { return value }
  return value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The path without empty and dot segments, encoded twice: S3 alone encodes once, and is not here.
private func canonicalPath(_ path: String) -> String {
  if path == "/" { return path }
  var segments: [Substring] = []
  for segment in path.split(separator: "/") {
    switch segment {
    case ".": continue
    case "..": _ = segments.popLast()
    default: segments.append(segment)
    }
  }
  let end = path.hasSuffix("/") && !segments.isEmpty ? "/" : ""
  return "/\(segments.joined(separator: "/"))\(end)"
    .percentEncoded(keepingSlashes: true).percentEncoded(keepingSlashes: true)
}

/// Sorted by encoded name, then by encoded value.
private func canonicalQuery(_ query: [SignatureV4.QueryItem]) -> String {
  query.map { ($0.name.percentEncoded(), $0.value.percentEncoded()) }
    .sorted { $0 < $1 }
    .map { "\($0.0)=\($0.1)" }
    .joined(separator: "&")
}
