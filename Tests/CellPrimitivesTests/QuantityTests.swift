import CellPrimitives
import Testing

struct QuantityTests {
  @Test func `CPU prints the canonical Kubernetes quantity`() {
    #expect(CPU.millicores(250).description == "250m")
    #expect(CPU.millicores(2000).description == "2")
    #expect(CPU.millicores(1500).description == "1500m")
    #expect(CPU.cpu(1000).description == "1000")
    #expect(CPU.cpu(1) == .millicores(1000) && CPU.millicores(999) < .cpu(1))
    #expect(CPU.cpu(.max).millicores == 4_294_967_295_000)
  }

  @Test func `memory prints the canonical Kubernetes quantity`() {
    #expect(Memory.mebibytes(256).description == "256Mi")
    #expect(Memory.mebibytes(2048).description == "2Gi")
    #expect(Memory.mebibytes(1536).description == "1536Mi")
    #expect(Memory.gibibytes(1000).description == "1000Gi")
    #expect(Memory.mebibytes(0).description == "0")
    #expect(Memory.gibibytes(1) == .mebibytes(1024) && Memory.mebibytes(1023) < .gibibytes(1))
  }

  @Test func `a period is the same in any unit and prints the largest whole one`() {
    #expect(Period.days(1) == .hours(24) && Period.hours(1) == .minutes(60))
    #expect(Period.minutes(5) == .seconds(300) && Period.seconds(299) < .minutes(5))
    #expect(Period.days(30).description == "30 days")
    #expect(Period.minutes(1).description == "1 minute")
    #expect(Period.hours(36).description == "36 hours")
    #expect(Period.seconds(90).description == "90 seconds")
    #expect(Period.seconds(0).description == "0 seconds")
  }

  @Test func `a period is a whole number of days or minutes, or not`() {
    #expect(Period.hours(48).wholeDays == 2 && Period.hours(36).wholeDays == nil)
    #expect(Period.seconds(120).wholeMinutes == 2 && Period.seconds(90).wholeMinutes == nil)
  }
}
