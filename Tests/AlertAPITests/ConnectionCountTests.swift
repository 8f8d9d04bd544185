import NIOCore
import NIOEmbedded
import Testing

@testable import AlertAPI

@Suite struct ConnectionCountTests {
  @Test func `a connection counts while it is open`() throws {
    let connections = ConnectionCount()
    let first = EmbeddedChannel(handler: connections.handler())
    let second = EmbeddedChannel(handler: connections.handler())
    #expect(connections.current == 2)
    _ = try first.finish()
    #expect(connections.current == 1)
    _ = try second.finish()
    #expect(connections.current == 0)
  }
}
