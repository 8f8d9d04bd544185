import Cells
import Foundation
import GeneratedFiles
import Testing

/// What is generated is committed, so it must not tell where or when it was generated, nor a secret.
@Suite struct PublishedFilesTests {
  @Test func `no file holds a path, a time, a host or a secret`() throws {
    let texts = try tree(of: Cells.fleet).texts
    #expect(!texts.isEmpty)
    for (path, text) in texts { #expect(findings(in: text) == [], "\(path)") }
  }

  @Test(arguments: [
    ("see /home/somebody/project", "a path"), ("\(#filePath)", "a path"),
    ("made 2026-11-23T12:00:00Z", "a time"), ("made 2026-11-23 12:00", "a time"),
    ("host \(ProcessInfo.processInfo.hostName) end", "the host"),
    ("\"AKIAIOSFODNN7EXAMPLE\"", "a secret"), ("-----BEGIN RSA PRIVATE KEY-----", "a secret"),
    ("password: hunter2", "a secret"), ("\"master_password\": \"hunter2\"", "a secret"),
    ("\"secret_string\": \"x\"", "a secret"), ("SK0123456789abcdef0123456789abcdef", "a secret"),
  ])
  func `the check finds it`(_ text: String, _ finding: String) {
    #expect(findings(in: text).contains(finding))
  }

  private func findings(in text: String) -> [String] {
    var found: [String] = []
    let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path
    let paths = /(?:^|[\s"'=])\/(?:home|Users|root|tmp|var|usr|opt|work|private)\//
    // Where Fluent Bit reads and keeps its state is on machines of the cluster.
    let ours = text.replacing(/\/var\/(?:log\/containers|fluent-bit\/state)\//, with: "")
    if ours.contains(package) || ours.contains(paths) { found.append("a path") }
    if text.contains(/\b\d{2}:\d{2}:\d{2}\b|\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/) {
      found.append("a time")
    }
    let host = ProcessInfo.processInfo.hostName
    if host != "localhost", text.contains(host) { found.append("the host") }
    // An access key, a private key, a Twilio key, and a literal where a reference belongs.
    let secrets = /\bA[KS]IA[0-9A-Z]{16}\b|BEGIN [A-Z ]*PRIVATE KEY|\b(?:SK|AC)[0-9a-f]{32}\b/
    let literals = /"?(?:master_password|secret_string|password|token)(?:_wo)?"?: "?[^\s"${\[\d]/
    if text.contains(secrets) || text.contains(literals) { found.append("a secret") }
    return found
  }
}
