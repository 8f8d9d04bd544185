/// A number of things in words: `1 cell`, `2 cells`.
public func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A number from 0 on in two digits at least: `07`, `12`, `123`.
public func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
