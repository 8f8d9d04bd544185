public import CellPrimitives

/// The first of `cell-use1-01`, `cell-use1-02` and so on that is not among `names`.
public func freeCellName(in region: Region, besides names: some Sequence<String>) -> String {
  let taken = Set(names)
  var number = 1
  func name() -> String { "cell-\(region.abbreviation)-\(twoDigits(number))" }
  while taken.contains(name()) { number += 1 }
  return name()
}
