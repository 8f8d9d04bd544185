import CellPrimitives
import Testing

struct CIDRBlockTests {
  @Test(arguments: ["10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "172.16.128.0/17"])
  func `prints what it read`(text: String) throws {
    #expect(try CIDRBlock(parsing: text).description == text)
  }

  @Test func `names the network when host bits are set`() {
    #expect(problem("10.0.1.0/16") == "10.0.1.0/16 has host bits set; the network is 10.0.0.0/16")
    #expect(fix("10.0.1.0/16") == "write \"10.0.0.0/16\"")
    #expect(problem("1.2.3.4/0") == "1.2.3.4/0 has host bits set; the network is 0.0.0.0/0")
  }

  @Test func `says which number is wrong`() {
    #expect(
      problem("10.0.256.0/16")
        == "\"10.0.256.0/16\" has \"256\" where a number from 0 to 255 belongs")
    #expect(
      problem("10.0.010.0/24")
        == "\"10.0.010.0/24\" has \"010\" where a number from 0 to 255 belongs")
    #expect(
      problem("10.0.+1.0/24") == "\"10.0.+1.0/24\" has \"+1\" where a number from 0 to 255 belongs")
    #expect(problem("10..0.0/24") == "\"10..0.0/24\" has \"\" where a number from 0 to 255 belongs")
    #expect(
      fix("10.0.010.0/24")
        == "write four numbers from 0 to 255 without leading zeros, such as \"10.0.0.0/16\"")
  }

  @Test func `says how many numbers there are`() {
    #expect(problem("10.0.0/16") == "\"10.0.0/16\" has 3 of the four numbers of an IPv4 address")
    #expect(
      problem("10.0.0.0.0/16") == "\"10.0.0.0.0/16\" has 5 of the four numbers of an IPv4 address")
  }

  @Test func `says what is wrong with the prefix`() {
    #expect(problem("10.0.0.0") == "\"10.0.0.0\" has no prefix length")
    #expect(problem("10.0.0.0/8/8") == "\"10.0.0.0/8/8\" has more than one slash")
    #expect(problem("10.0.0.0/33") == "\"10.0.0.0/33\" has the prefix length \"33\"")
    #expect(problem("10.0.0.0/08") == "\"10.0.0.0/08\" has the prefix length \"08\"")
    #expect(problem("10.0.0.0/") == "\"10.0.0.0/\" has the prefix length \"\"")
    #expect(problem("10.0.0.0/-1") == "\"10.0.0.0/-1\" has the prefix length \"-1\"")
  }

  @Test func `overlap goes both ways and needs a common address`() throws {
    let block = try CIDRBlock(parsing: "10.0.0.0/16")
    let inner = try CIDRBlock(parsing: "10.0.255.0/24")
    let next = try CIDRBlock(parsing: "10.1.0.0/16")
    #expect(block.overlaps(inner) && inner.overlaps(block) && block.overlaps(block))
    #expect(!block.overlaps(next) && !next.overlaps(inner))
    #expect(block.contains(inner) && block.contains(block) && !inner.contains(block))
  }

  @Test func `everything lies in the block of all addresses`() throws {
    let all = try CIDRBlock(parsing: "0.0.0.0/0")
    #expect(all.contains(try CIDRBlock(parsing: "255.255.255.255/32")))
    #expect(all.addressCount == 4_294_967_296)
    #expect(try CIDRBlock(parsing: "10.0.0.1/32").addressCount == 1)
  }

  @Test func `cuts into blocks by index and refuses what does not fit`() throws {
    let block = try CIDRBlock(parsing: "10.0.0.0/16")
    #expect(block.subnet(prefixLength: 24, index: 11)?.description == "10.0.11.0/24")
    #expect(block.subnet(prefixLength: 16, index: 0) == block)
    #expect(block.subnet(prefixLength: 20, index: 15)?.description == "10.0.240.0/20")
    #expect(block.subnet(prefixLength: 20, index: 16) == nil)
    #expect(block.subnet(prefixLength: 24, index: -1) == nil)
    #expect(block.subnet(prefixLength: 15, index: 0) == nil)
    #expect(block.subnet(prefixLength: 33, index: 0) == nil)
    let all = try CIDRBlock(parsing: "0.0.0.0/0")
    #expect(
      all.subnet(prefixLength: 32, index: 4_294_967_295)?.description == "255.255.255.255/32")
  }

  @Test func `is private where all of it is`() throws {
    for text in ["10.0.0.0/8", "172.31.0.0/16", "192.168.5.0/24"] {
      #expect(try CIDRBlock(parsing: text).isPrivate)
    }
    for text in ["172.32.0.0/16", "10.0.0.0/7", "192.169.0.0/16", "0.0.0.0/0"] {
      #expect(try !CIDRBlock(parsing: text).isPrivate)
    }
    #expect(CIDRBlock.private10.description == "10.0.0.0/8")
    #expect(CIDRBlock.private172.description == "172.16.0.0/12")
    #expect(CIDRBlock.private192.description == "192.168.0.0/16")
  }

  @Test func `sorts by address as a number, the larger block first`() throws {
    let texts = ["10.10.0.0/16", "10.9.0.0/16", "10.9.0.0/24", "9.0.0.0/8"]
    let sorted = try texts.map { try CIDRBlock(parsing: $0) }.sorted().map(\.description)
    #expect(sorted == ["9.0.0.0/8", "10.9.0.0/16", "10.9.0.0/24", "10.10.0.0/16"])
  }

  private func problem(_ text: String) -> String? { invalid(text)?.message }
  private func fix(_ text: String) -> String? { invalid(text)?.fix }

  private func invalid(_ text: String) -> CIDRBlock.Invalid? {
    do throws(CIDRBlock.Invalid) {
      _ = try CIDRBlock(parsing: text)
      return nil
    } catch {
      return error
    }
  }
}
