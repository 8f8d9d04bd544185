import CellDescription
import CellModel
import CellPrimitives

/// `2 to 10`, or `2` where both bounds are one.
func span(_ range: CountRange) -> String {
  range.minimum == range.maximum ? "\(range.minimum)" : "\(range.minimum) to \(range.maximum)"
}

/// `5 minutes`, of a number of seconds.
func period(_ seconds: Int) -> String {
  Period.seconds(UInt32(clamping: seconds)).description
}

extension Karpenter.Limit {
  var words: String {
    switch self {
    case .cpu(let cores): counted(Int(cores), "core")
    case .memory(let memory): memory.description
    }
  }
}

extension WAF.RateLimit {
  var words: String { "\(grouped(requests)) requests in \(period) from one address" }
}

/// `100,000`
func grouped(_ number: Int) -> String {
  let digits = String(number)
  return digits.enumerated().reduce(into: "") { text, digit in
    let rest = digits.count - digit.offset
    if digit.offset > 0, rest.isMultiple(of: 3) { text += "," }
    text.append(digit.element)
  }
}

extension OnCall.Endpoint {
  var address: String {
    switch self {
    case .email(let address): address
    case .https(let url): url
    }
  }
}

extension ServerlessCapacity {
  var words: String { "\(minimum) to \(maximum) capacity units" }
}
