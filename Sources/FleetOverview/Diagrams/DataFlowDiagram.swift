import CellContract
import CellDescription
import CellModel
import CellPrimitives
import DiagramDrawing
import HTMLDocument
import SourceLocations

/// What takes part in the flow of data.
private enum Part: Hashable {
  case callers, hackerNews, twilio
  case edge
  case service(ServiceName)
  case topic(Topic)
  case queue(Queue)
}

extension Flow {
  /// The way of an alert through one cell, from top to bottom.
  var diagram: HTMLElement {
    let edges = self.edges
    let diagram = LayeredDiagram(width: 360, layers: layers, edges: edges).diagram(
      id: HTMLID("data-flow-diagram"), title: "Data flow inside a cell",
      description: "Arrows: \(edges.map(words).joined(separator: "; ")).")
    return HTMLElement(.figure) {
      diagram.element
      HTMLElement(.figcaption) {
        """
        The way of an alert, from top to bottom. A service names below itself what it reads and writes. \
        Dashed: reports that come back, and parts of an alert that a worker puts into its own queue.
        """
      }
    }
  }

  /// Services that wait for messages stand below the queues, the API above the topics, and who calls it
  /// above that.
  private var layers: [[LayeredDiagram<Part>.Node]] {
    let waiting = Set(Queue.all.flatMap(consumers))
    let callers = services.filter { !callees(of: $0).isEmpty && !waiting.contains($0) }
    let middle = services.filter { !waiting.contains($0) && !callers.contains($0) }
    let hasAPI = services.contains(.api)
    let outside: [LayeredDiagram<Part>.Node?] = [
      hasAPI ? .init(.callers, .outside, title: "Callers") : nil,
      services.contains(.poller) ? .init(.hackerNews, .outside, title: "Hacker News") : nil,
    ]
    return [
      outside.compactMap { $0 },
      (hasAPI ? [.init(.edge, .part, title: "Firewall, load balancer")] : [])
        + callers.map(node),
      middle.map(node),
      Topic.all.map { .init(.topic($0), .store, title: $0.name, lines: ["topic"]) },
      Queue.all.map { queue in
        .init(
          .queue(queue), .store, title: queue.name,
          lines: ["\(queue.maximumReceives) tries,", "then -dlq"])
      },
      services.filter(waiting.contains).map(node),
      services.contains { readers(of: .twilio).contains($0) && waiting.contains($0) }
        ? [.init(.twilio, .outside, title: "Twilio", lines: ["SMS and voice"])] : [],
    ]
  }

  private func node(of service: ServiceName) -> LayeredDiagram<Part>.Node {
    let databases = Database.all.filter { users(of: $0).contains(service) }
      .map { "\($0.name) (Aurora)" }
    let tables = Table.all.filter { users(of: $0).contains(service) }
      .map { "\($0.name) (table)" }
    return .init(
      .service(service), .part, title: service.contract.workload, lines: databases + tables)
  }

  private var edges: [LayeredDiagram<Part>.Edge] {
    typealias Edge = LayeredDiagram<Part>.Edge
    let waiting = Set(Queue.all.flatMap(consumers))
    let entry = services.contains(.api) ? [Edge(.callers, .edge), Edge(.edge, .service(.api))] : []
    let news = services.contains(.poller) ? [Edge(.hackerNews, .service(.poller))] : []
    let calls = services.flatMap { service in
      callees(of: service).map { Edge(.service(service), .service($0)) }
    }
    let published = Topic.all.flatMap { topic in
      publishers(to: topic).map { Edge(.service($0), .topic(topic)) }
    }
    let queued = Queue.all.flatMap { queue -> [Edge] in
      [Edge(.topic(queue.subscription), .queue(queue))]
        + consumers(of: queue).map { Edge(.queue(queue), .service($0)) }
        + senders(to: queue).map { Edge(.service($0), .queue(queue), .standby) }
    }
    // Whoever knows Twilio's secret and waits for messages sends; the others take its reports.
    let sent = readers(of: .twilio).map { service in
      waiting.contains(service)
        ? Edge(.service(service), .twilio) : Edge(.twilio, .service(service), .standby)
    }
    return entry + news + calls + published + queued + sent
  }

  private func words(of edge: LayeredDiagram<Part>.Edge) -> String {
    "\(edge.from.words) to \(edge.to.words)"
  }
}

extension Part {
  fileprivate var words: String {
    switch self {
    case .callers: "callers"
    case .hackerNews: "Hacker News"
    case .twilio: "Twilio"
    case .edge: "firewall and load balancer"
    case .service(let service): service.contract.workload
    case .topic(let topic): "topic \(topic.name)"
    case .queue(let queue): "queue \(queue.name)"
    }
  }
}
