public import Alerts
public import ServiceRuntime
import Timestamps

/// Deliveries in the table of the contract.
public struct DeliveryStore: Sendable {
  private let table: any ItemTable

  /// Deliveries of a table.
  public init(_ table: any ItemTable) { self.table = table }

  /// A delivery.
  public func delivery(_ key: Delivery.Key) async throws -> Delivery? {
    try await table.item(ItemKey(key)).flatMap(Delivery.init(item:))
  }

  /// Deliveries of an alert by status, and a page of them in the order of their recipients: reads all of
  /// them, once, a thousand at a time.
  public func overview(
    of alert: AlertID, after: String?, limit: Int
  ) async throws -> (counts: DeliveryCounts, page: Page<Delivery>) {
    var counts = DeliveryCounts()
    var shown: [Item] = []
    var last: String?
    while true {
      let items = try await table.items(in: alert.text, after: last, limit: 1000)
      for item in items {
        if let status = item.text(Delivery.Attribute.status).flatMap(DeliveryStatus.init) {
          counts.count(status)
        }
        // One more than are shown, to see whether there is more.
        if shown.count <= limit, after.map({ $0 < item.key.sort ?? "" }) ?? true {
          shown.append(item)
        }
      }
      guard items.count == 1000, let sort = items.last?.key.sort else { break }
      last = sort
    }
    let page = Page(shown, limit: limit) { $0.key.sort ?? "" }.map(Delivery.init(item:))
    return (counts, page)
  }

  /// Deliveries of an alert by status.
  public func counts(of alert: AlertID) async throws -> DeliveryCounts {
    try await overview(of: alert, after: nil, limit: 0).counts
  }

  /// A delivery with what is needed to change it.
  public func stored(_ key: Delivery.Key) async throws -> StoredDelivery? {
    guard let item = try await table.item(ItemKey(key)), let delivery = Delivery(item: item) else {
      return nil
    }
    return StoredDelivery(delivery: delivery, version: item.version)
  }

  /// Adds a delivery; nil where it is there already.
  public func add(_ delivery: Delivery) async throws -> StoredDelivery? {
    let isNew = try await table.put(delivery.item(version: 0), expecting: nil)
    return isNew ? StoredDelivery(delivery: delivery, version: 1) : nil
  }

  /// Changes a delivery whatever its status; nil, and nothing happens, where somebody else has changed it
  /// since it was read.
  public func change(
    _ stored: StoredDelivery, _ change: (inout Delivery) -> Void
  ) async throws -> StoredDelivery? {
    var delivery = stored.delivery
    change(&delivery)
    let isMine = try await table.put(
      delivery.item(version: stored.version), expecting: stored.version)
    return isMine ? StoredDelivery(delivery: delivery, version: stored.version + 1) : nil
  }

  /// Takes a message of Twilio's for a delivery, so that no other delivery takes it too; false where
  /// another one has it.
  public func take(_ sid: String, for key: Delivery.Key) async throws -> Bool {
    let owner = "delivery_id"
    let place = ItemKey(partition: "sid.\(sid)", sort: "owner")
    let item = Item(key: place, attributes: [owner: .text(key.description)])
    if try await table.put(item, expecting: nil) { return true }
    return try await table.item(place)?.text(owner) == key.description
  }

  /// Moves a delivery forward by what `change` makes of it, and gives it as it is then; nil where there is
  /// none. Nothing happens where the status would not be a later one: news that come late or twice say
  /// nothing new.
  ///
  /// Of two who change it at once the second looks again at what the first one left.
  public func advance(
    _ key: Delivery.Key, _ change: @Sendable (inout Delivery) -> Void
  ) async throws -> (delivery: Delivery, changed: Bool)? {
    while true {
      guard let item = try await table.item(ItemKey(key)), let found = Delivery(item: item) else {
        return nil
      }
      var delivery = found
      change(&delivery)
      guard delivery.status.rank > found.status.rank else { return (found, false) }
      if try await table.put(delivery.item(version: item.version), expecting: item.version) {
        return (delivery, true)
      }
    }
  }
}

/// A delivery as it was read or written.
public struct StoredDelivery: Sendable, Hashable {
  /// The delivery.
  public let delivery: Delivery
  /// Which writing of it.
  let version: Int64

  /// Whether this is how it was added.
  public var isNew: Bool { version == 1 }
}

extension Page {
  fileprivate func map<Other>(_ transform: (Element) -> Other?) -> Page<Other> {
    Page<Other>(elements: elements.compactMap(transform), next: next)
  }
}

extension ItemKey {
  init(_ key: Delivery.Key) {
    self.init(
      partition: key.alertID.text, sort: "\(key.recipientID.text)#\(key.channel.rawValue)")
  }
}

extension Delivery {
  enum Attribute {
    static let status = "status"
    static let phoneNumber = "phone_number"
    static let homeCell = "home_cell"
    static let claimedUntil = "claimed_until"
    static let claimID = "claim_id"
    static let twilioSID = "twilio_sid"
    static let errorCode = "error_code"
    static let sentAt = "sent_at"
    static let deliveredAt = "delivered_at"
    static let updatedAt = "updated_at"
  }

  /// Nil for an item that is no delivery.
  init?(item: Item) {
    let parts = (item.key.sort ?? "").split(separator: "#").map(String.init)
    guard parts.count == 2, let alertID = AlertID(item.key.partition),
      let recipientID = RecipientID(parts[0]), let channel = Channel(rawValue: parts[1]),
      let number = item.text(Attribute.phoneNumber).flatMap(PhoneNumber.init),
      let status = item.text(Attribute.status).flatMap(DeliveryStatus.init),
      let homeCell = item.text(Attribute.homeCell),
      let updatedAt = item.text(Attribute.updatedAt).flatMap(Timestamp.moment(of:))
    else { return nil }
    self.init(
      key: Key(alertID: alertID, recipientID: recipientID, channel: channel),
      phoneNumber: number, status: status, homeCell: homeCell,
      claimedUntil: item.text(Attribute.claimedUntil).flatMap(Timestamp.moment(of:)),
      claimID: item.text(Attribute.claimID),
      twilioSID: item.text(Attribute.twilioSID),
      errorCode: item.integer(Attribute.errorCode).map(Int.init),
      sentAt: item.text(Attribute.sentAt).flatMap(Timestamp.moment(of:)),
      deliveredAt: item.text(Attribute.deliveredAt).flatMap(Timestamp.moment(of:)),
      updatedAt: updatedAt)
  }

  func item(version: Int64) -> Item {
    var attributes: [String: Item.Attribute] = [
      Attribute.status: .text(status.rawValue), Attribute.phoneNumber: .text(phoneNumber.e164),
      Attribute.homeCell: .text(homeCell),
      Attribute.updatedAt: .text(Timestamp.text(of: updatedAt)),
    ]
    if let claimedUntil {
      attributes[Attribute.claimedUntil] = .text(Timestamp.text(of: claimedUntil))
    }
    if let claimID { attributes[Attribute.claimID] = .text(claimID) }
    if let twilioSID { attributes[Attribute.twilioSID] = .text(twilioSID) }
    if let errorCode { attributes[Attribute.errorCode] = .integer(Int64(errorCode)) }
    if let sentAt { attributes[Attribute.sentAt] = .text(Timestamp.text(of: sentAt)) }
    if let deliveredAt {
      attributes[Attribute.deliveredAt] = .text(Timestamp.text(of: deliveredAt))
    }
    return Item(key: ItemKey(key), version: version, attributes: attributes)
  }
}
