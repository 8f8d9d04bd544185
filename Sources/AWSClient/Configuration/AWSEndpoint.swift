import Foundation

/// Where a service's requests go.
struct AWSEndpoint: Sendable, Hashable {
  /// `https`, or `http` for an emulator.
  let scheme: String
  /// What the `host` header says: the port only where it is not the scheme's own.
  let authority: String
  /// `/`, or what a given address adds to it.
  let path: String

  /// The service's own endpoint in a region.
  ///
  /// Source: AWS General Reference, "AWS service endpoints", November 2026.
  init(_ service: AWSService, region: String) {
    let domain = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
    scheme = "https"
    authority = "\(service.endpointPrefix).\(region).\(domain)"
    path = "/"
  }

  /// The endpoint at an address that somebody gave, or nil where it is none.
  init?(url: String) {
    guard let parts = URLComponents(string: url), let host = parts.encodedHost, !host.isEmpty,
      let scheme = parts.scheme, let ownPort = ["http": 80, "https": 443][scheme],
      parts.query == nil, parts.fragment == nil, parts.user == nil
    else { return nil }
    self.scheme = scheme
    let port = parts.port.flatMap { $0 == ownPort ? nil : ":\($0)" } ?? ""
    authority = "\(host)\(port)"
    path = parts.path.isEmpty ? "/" : parts.path
  }

  /// The address of a request.
  var url: String { "\(scheme)://\(authority)\(path.percentEncoded(keepingSlashes: true))" }
}
