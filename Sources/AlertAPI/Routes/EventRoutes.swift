import AlertStores
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Timestamps

extension Router where Context == APIRequestContext {
  /// Serves news to the operator's page: that something changed, and when; what it is the page asks for
  /// itself. Each page is looked after once a second, whoever changed it; see ``ChangeWatch``.
  func serveEvents(_ services: Services) {
    on("/v1/events", method: .get) { request, context in
      _ = try await services.gatekeeper.admit(request, for: .read)
      let changes = services.changes
      let logger = context.logger
      return Response(
        status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
        body: ResponseBody { writer in
          var last = try await changes.lastChange()
          var quiet = 0
          try await writer.write(ByteBuffer(string: ":\n\n"))
          // The server is told first that it shall end, and waits for its connections: nobody else
          // would tell this one.
          while !Task.isShuttingDownGracefully {
            try await Task.sleep(for: .seconds(1))
            quiet += 1
            do {
              let change = try await changes.lastChange()
              if let change, change != last {
                last = change
                quiet = 0
                try await writer.write(
                  ByteBuffer(
                    string: "event: change\ndata: {\"at\":\"\(Timestamp.text(of: change))\"}\n\n"))
              }
            } catch let error as APIError {
              throw error
            } catch {
              logger.debug("news wait: \(error)")
            }
            if quiet >= 15 {
              quiet = 0
              try await writer.write(ByteBuffer(string: ":\n\n"))
            }
          }
          try await writer.finish(nil)
        })
    }
  }
}
