import CellPrimitives
import Testing

struct TimeOfDayTests {
  @Test(arguments: [("00:00", 0), ("07:30", 450), ("23:59", 1_439)])
  func `reads hours and minutes`(text: String, minutes: Int) throws {
    let time = try TimeOfDay(parsing: text)
    #expect(time.minutes == minutes && time.description == text)
  }

  @Test(arguments: [(1_500, "01:00"), (-30, "23:30"), (1_440, "00:00"), (-1_440, "00:00")])
  func `goes over midnight in both directions`(minutes: Int, time: String) {
    #expect(TimeOfDay(minutes: minutes).description == time)
  }

  @Test(arguments: [
    "", "7", "24:00", "12:60", "12:00:00", "12:00Z", "8 am", "-1:00", "1٢:00", "012:00", ":", "12:",
  ])
  func `refuses what is no time of the day`(text: String) {
    #expect(
      problem(text) == """
        "\(text)" is no time of the day; write hours and minutes in UTC, 00:00 to 23:59, such as \
        "07:30"
        """)
  }

  @Test(arguments: [("7:00", "07:00"), ("7:5", "07:05"), ("07:5", "07:05")])
  func `says how a time is written in full`(text: String, right: String) {
    #expect(problem(text) == "\"\(text)\" is not a time in four digits; write \"\(right)\"")
  }

  @Test func `days follow each other round the week`() {
    #expect(Weekday.allCases.map(\.next) == Weekday.allCases.dropFirst() + [.monday])
    #expect(
      Weekday.allCases.map(\.abbreviation) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
  }

  private func problem(_ text: String) -> String? {
    do throws(InvalidValue) {
      _ = try TimeOfDay(parsing: text)
      return nil
    } catch {
      return error.description
    }
  }
}
