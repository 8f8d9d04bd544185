import AWSClient
import Testing

@Suite struct SecretsAndParametersTests {
  @Test func `writes requests as the services want them`() throws {
    #expect(
      String(decoding: try SecretsManager.GetSecretValue(secretID: "s").body(), as: UTF8.self)
        == #"{"SecretId":"s","VersionStage":"AWSCURRENT"}"#)
    #expect(
      String(decoding: try SSM.GetParametersByPath(path: "/a").body(), as: UTF8.self)
        == #"{"MaxResults":10,"Path":"/a","Recursive":true,"WithDecryption":true}"#)
  }

  @Test func `an error's name may stand in a header, with an address behind it`() async throws {
    let header = HeaderField("X-Amzn-ErrorType", "ParameterNotFound:http://internal.example.com/")
    let test = try TestClient(.json(#"{"Message":"none"}"#, status: 400, headers: [header]))
    let error = await failure { () async throws(AWSError) in
      try await test.client.send(SSM.GetParametersByPath(path: "/"))
    }
    #expect(error?.code == "ParameterNotFound" && error?.message == "none")
  }

  @Test func `parameters come page by page, an empty page in the middle too`() async throws {
    func page(_ names: String..., token: String?) -> FakeTransport.Reply {
      let parameters = names.map {
        #"{"Name":"\#($0)","Type":"String","Value":"v","Version":2}"#
      }
      let end = token.map { #","NextToken":"\#($0)""# } ?? ""
      return .json(#"{"Parameters":[\#(parameters.joined(separator: ","))]\#(end)}"#)
    }
    let test = try TestClient(
      page("/a", "/b", token: "1"), page(token: "2"), page("/c", token: nil))
    var names: [String] = []
    for try await page in test.client.pages(of: SSM.GetParametersByPath(path: "/")) {
      names += page.parameters.map(\.name)
    }
    #expect(names == ["/a", "/b", "/c"])
    #expect(
      test.transport.requests.map { String(decoding: $0.body, as: UTF8.self).contains("NextToken") }
        == [false, true, true])
  }

  @Test func `a page that fails ends the pages with its error`() async throws {
    let test = try TestClient(.refusal("AccessDeniedException", status: 400))
    var pages = test.client.pages(of: SSM.GetParametersByPath(path: "/")).makeAsyncIterator()
    do {
      _ = try await pages.next()
      Issue.record("no error")
    } catch {
      #expect(error.code == "AccessDeniedException")
    }
  }
}
