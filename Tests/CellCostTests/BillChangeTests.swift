import Testing

@testable import CellCost

struct BillChangeTests {
  @Test func `tells what is new, what is gone and what has another size`() {
    let old = Bill(
      of: [
        resource("aws_nat_gateway", "a"), resource("aws_nat_gateway", "b"), resource("aws_eip"),
        resource("aws_kms_key"),
      ], on: today)
    let new = Bill(
      of: [resource("aws_nat_gateway", "a"), resource("aws_kms_key"), resource("aws_s3_bucket")],
      on: today)
    let change = BillChange(from: old, to: new)
    #expect(
      change.lines.map { line in
        "\(line.owner.name) \(line.item.name): \(line.quantityBefore) to \(line.quantityAfter), "
          + (line.difference?.description ?? "unknown")
      } == [
        "cell-a gateways: 1,460 to 730, -$32.85", "cell-a addresses: 730 to 0, -$3.65",
        "cell-a objects: 0 to 5, $0.12", "cell-a writes: 0 to 0.1, $0.50",
      ])
    #expect(change.difference == change.after.known - change.before.known)
    #expect(!change.isIncomplete)
  }

  @Test func `a bill does not differ from itself`() throws {
    let bill = Bill(of: try fleetResources(), on: today)
    let change = BillChange(from: bill, to: bill)
    #expect(change.lines.isEmpty)
    #expect(change.difference == .zero)
  }

  @Test func `what has no price can't be counted, and says so`() throws {
    let change = BillChange(
      from: Bill(of: [], on: today),
      to: Bill(of: [resource("aws_mainframe"), resource("aws_eip")], on: today))
    #expect(change.isIncomplete)
    #expect(change.difference == Dollars(cents: 365))
    #expect(change.lines.last?.difference == nil)
  }

  @Test func `a price that is lost is no saving`() {
    let resources = [resource("aws_eip")]
    let change = BillChange(
      from: Bill(of: resources, on: today),
      to: Bill(of: resources, prices: PriceBook([]), on: today))
    #expect(change.isIncomplete)
    #expect(change.difference == .zero)
    #expect(change.lines.map(\.before) == [Dollars(cents: 365)])
    #expect(change.lines.map(\.after) == [nil])
  }
}
