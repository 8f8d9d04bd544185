import SourceLocations
import Testing

@Suite struct SourceLocationTests {
  let place = Place(file: "/home/me/fleet/cells/Shapes.swift", line: 7, column: 12)

  @Test func `shortens the path below a directory, with or without a slash at its end`() {
    #expect(place.path(relativeTo: "/home/me/fleet") == "cells/Shapes.swift")
    #expect(place.path(relativeTo: "/home/me/fleet/") == "cells/Shapes.swift")
    #expect(place.path(relativeTo: "/") == "home/me/fleet/cells/Shapes.swift")
  }

  @Test func `keeps the whole path of a file that lies elsewhere`() {
    #expect(place.path(relativeTo: "/home/me/flee") == "/home/me/fleet/cells/Shapes.swift")
    #expect(place.path(relativeTo: "/opt") == "/home/me/fleet/cells/Shapes.swift")
    #expect(place.path(relativeTo: "") == "/home/me/fleet/cells/Shapes.swift")
  }

  @Test func `describes itself as editors open it`() {
    #expect("\(place)" == "/home/me/fleet/cells/Shapes.swift:7:12")
    #expect(place.description(relativeTo: "/home/me/fleet") == "cells/Shapes.swift:7:12")
  }

  @Test func `a placed value keeps its place when it is mapped`() {
    let name = Placed("alerts", at: place)
    #expect(name.map(\.count) == Placed(6, at: place))
    #expect(name.map(\.count) != Placed(6, at: Place(file: "", line: 7, column: 12)))
  }
}
