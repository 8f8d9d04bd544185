import CellPrimitives
import Testing

struct DomainNameTests {
  @Test func `knows its labels and where it belongs`() throws {
    let name = try DomainName(parsing: "api.bizcomms.example.com")
    let zone = try DomainName(parsing: "bizcomms.example.com")
    #expect(name.labels == ["api", "bizcomms", "example", "com"])
    #expect(name.isSubdomain(of: zone) && !zone.isSubdomain(of: name))
    #expect(!zone.isSubdomain(of: zone) && zone.belongs(to: zone) && name.belongs(to: zone))
    #expect(!(try DomainName(parsing: "mybizcomms.example.com")).belongs(to: zone))
  }

  @Test(arguments: ["localhost", "3com.com", "xn--bcher-kva.example", "a-b.c1"])
  func `accepts host names`(text: String) throws {
    #expect(try DomainName(parsing: text).description == text)
  }

  @Test func `says what is wrong and what would be right`() {
    #expect(invalid("") == "the domain name is empty; write a name such as \"api.example.com\"")
    #expect(
      invalid("API.example.com")
        == "\"API.example.com\" has upper-case letters; write \"api.example.com\"")
    #expect(invalid("example.com.") == "\"example.com.\" ends with a dot; write \"example.com\"")
    #expect(
      invalid("a..b")
        == "\"a..b\" has an empty label; write one dot between labels and none in front")
    #expect(
      invalid(".a") == "\".a\" has an empty label; write one dot between labels and none in front")
    #expect(
      invalid("a_b.com")
        == "\"a_b.com\" has \"_\" in the label \"a_b\"; write letters, digits and hyphens")
    #expect(
      invalid("bücher.de")
        == "\"bücher.de\" has \"ü\" in the label \"bücher\"; write letters, digits and hyphens")
    #expect(
      invalid("-a.com")
        == "the label \"-a\" of \"-a.com\" begins or ends with a hyphen; "
        + "write hyphens only between letters and digits"
    )
    #expect(
      invalid("10.0.0.1")
        == "\"10.0.0.1\" ends with the number \"1\", as an IP address does; "
        + "write a name that ends with letters, such as \"api.example.com\""
    )
  }

  @Test func `accepts the longest label and name and no longer ones`() {
    let label = String(repeating: "a", count: 63)
    #expect(invalid("\(label).com") == nil)
    #expect(
      invalid("a\(label).com")
        == "the label \"a\(label)\" of \"a\(label).com\" has 64 characters; write at most 63")
    let longest = [label, label, label, String(repeating: "a", count: 61)].joined(separator: ".")
    #expect(longest.count == 253)
    #expect(invalid(longest) == nil)
    #expect(
      invalid("a" + longest)
        == "the domain name \"a\(longest)\" has 254 characters; write at most 253")
  }

  private func invalid(_ text: String) -> String? {
    do throws(DomainName.Invalid) {
      _ = try DomainName(parsing: text)
      return nil
    } catch {
      return error.description
    }
  }
}
