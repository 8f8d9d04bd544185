package import AlertStores
package import Alerts

/// What the query of a list asks for.
package struct ListQuery<Filter: Sendable & Hashable>: Sendable, Hashable {
  /// How many elements a page has: 1 to 100.
  package let limit: Int
  /// Where the list goes on: what was last.
  package let cursor: String?
  /// What is listed.
  package let filter: Filter

  private init(
    _ query: String, _ filter: (inout QueryReader) -> Filter
  ) throws(InvalidRequest) {
    var reader = QueryReader(query)
    limit = reader.limit()
    cursor = reader.cursor()
    self.filter = filter(&reader)
    try reader.finish()
  }
}

/// What is asked for of the list of alerts.
package typealias AlertListQuery = ListQuery<AlertListFilter>
/// What is asked for of the list of recipients.
package typealias RecipientListQuery = ListQuery<RecipientListFilter>

extension ListQuery where Filter == AlertListFilter {
  /// Reads what stands after the question mark.
  package init(alerts query: String) throws(InvalidRequest) {
    try self.init(query) { reader in
      AlertListFilter(
        status: reader.choice("status"), priority: reader.choice("priority"),
        deliveryMethod: reader.choice("delivery_method"))
    }
  }
}

extension ListQuery where Filter == RecipientListFilter {
  /// Reads what stands after the question mark.
  package init(recipients query: String) throws(InvalidRequest) {
    try self.init(query) { reader in
      RecipientListFilter(
        tag: reader.text("tag", length: RequestLimits.tag), isActive: reader.boolean("active"),
        phoneNumber: reader.phoneNumber("phone_number"))
    }
  }
}
