import CellContract
import CellDescription
import CellPrimitives
import SourceLocations
import Testing

@testable import CellModel

/// The order of declarations says nothing, so it can't reach what is generated.
struct OrderTests {
  @Test func `any order of environments, elements and cells gives the same fleet`() throws {
    let plain = try dump(fleet { $0 })
    let reversed = try dump(fleet { $0.reversed() })
    let rotated = try dump(fleet { Array($0.dropFirst(2) + $0.prefix(2)) })
    #expect(plain == reversed)
    #expect(plain == rotated)
  }

  @Test func `the comparison sees every field and no place`() throws {
    let text = try dump(fleet { $0 })
    for value in ["10.4.0.0", "use1-az4", "t3.large", "deliveries", "latency", "staging", "1.35"] {
      #expect(text.contains(value), "\(value) is missing")
    }
    #expect(!text.contains("OrderTests.swift"))
    #expect(try dump(fleet(replicas: 3) { $0 }) != text)
  }

  @Test func `diagnostics come in the order of places, whatever the order in the fleet`() {
    func check(_ order: (Environment, Environment)) -> String {
      printed {
        order.0
        order.1
      }
    }
    let first = production { Routing(.latency) }
    let second = Environment("staging", account: "1", domain: "x", home: .usEast1) {}
    #expect(check((first, second)) == check((second, first)))
    #expect(check((first, second)).contains("production has no cell"))
  }

  private func fleet(
    replicas: CountRange = 2, order: (([Int]) -> [Int])
  ) throws -> ValidatedFleet {
    let environments = [
      try environment("production", indexes: [3, 4, 5], replicas, order),
      try environment("staging", indexes: [6, 7, 8], replicas, order),
    ]
    let positions = order([0, 1])
    return try ValidatedFleet(
      validating: Fleet { for position in positions { environments[position] } }, on: .ofTests)
  }

  private func environment(
    _ name: String, indexes: [Int], _ replicas: CountRange, _ order: ([Int]) -> [Int]
  ) throws -> Environment {
    let regions = [3: Region.usEast1, 4: .usWest1, 5: .usWest2]
    let shape = shape(replicas, order)
    return Environment(
      name, account: name == "production" ? "123456789012" : "210987654321",
      domain: "api.\(name).example.com", home: .usEast1
    ) {
      for element in order(Array(0...8)) {
        switch element {
        case 0: Release("1.0.0")
        case 1: HostedZone(.created("\(name).example.com"))
        case 2: Routing(.latency)
        case 3: GlobalTable(.stories)
        case 4: GlobalTable(.deliveries)
        case 5: GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        case 6: OnCall(.email("oncall@example.com"))
        case 7: EachCell { VPC(natGateways: .one) }
        default:
          for index in order(indexes) {
            Cell(
              "cell-\(index)", in: regions[index] ?? regions[index - 3] ?? .usEast2,
              role: index == indexes[0] ? .primary : .standby, index: index, shape: shape)
          }
        }
      }
    }
  }

  private func shape(_ replicas: CountRange, _ order: ([Int]) -> [Int]) -> CellShape {
    CellShape {
      for element in order([0, 1, 2]) {
        switch element {
        case 0: VPC(endpoints: [.s3, .dynamoDB])
        case 1: Release("1.0.1")
        default:
          EKS(version: "1.35") {
            for part in order(Array(0...4)) {
              switch part {
              case 0: NodeGroup(.t3Large, count: 2...6)
              case 1: NodeGroup(.m5Large, count: 1, named: "extra")
              case 2: Run(.api, replicas: replicas)
              case 3: Run(.worker)
              default: Run(.poller)
              }
            }
          }
        }
      }
    }
  }
}

/// Every field of every part, but not where it was written.
private func dump(_ fleet: ValidatedFleet) throws -> String {
  fleet.environments.map { dump($0) }.joined(separator: "\n")
}

private func dump(_ value: Any) -> String {
  if value is SourceLocations.SourceLocation { return "" }
  let mirror = Mirror(reflecting: value)
  let isNamed = mirror.displayStyle == .struct && value is any CustomStringConvertible
  if isNamed || mirror.children.isEmpty { return "\(value)" }
  let fields = mirror.children.map { "\($0.label ?? ""): \(dump($0.value))" }
  return "(\(fields.joined(separator: ", ")))"
}
