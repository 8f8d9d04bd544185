public import CellModel

extension FactRecord {
  /// What a bill knows of prices, by name: the sheets of the standard price book, and who says that a
  /// resource costs nothing.
  public static let ofPrices: [FactRecord] =
    (PriceBook.standardSheets.map { FactRecord("PriceSheet.\($0)", $1.fact) }
    + ResourceTreatment.free.map { FactRecord("FreeResources.\($0.name)", $0.fact) })
    .sorted { $0.name < $1.name }
}
