import JSONText

/// What the documents of Hacker News say.
///
/// Source: Hacker News API, "Items" and "New, Top and Best Stories": up to 500 numbers in the order of
/// their rank, jobs among them; `deleted` and `dead` stand only where they are true; `title` is HTML,
/// 2026-11.
enum ReadFeed {
  /// The first `count` numbers of the top list, each once; what can't be an item's number is passed over.
  static func topStories(_ body: [UInt8], count: Int) throws(FeedFailure) -> [Int64] {
    guard let elements = try json(body).elements else {
      throw .nonsense("the top list is no list")
    }
    var known: Set<Int64> = []
    var ids: [Int64] = []
    for case .integer(let id) in elements where id > 0 && known.insert(id).inserted {
      ids.append(id)
      if ids.count == count { break }
    }
    guard !ids.isEmpty else { throw .nonsense("the top list holds no number of an item") }
    return ids
  }

  /// The item `id`.
  static func item(_ id: Int64, _ body: [UInt8]) throws(FeedFailure) -> FeedItem {
    let item = try json(body)
    if item == .null { return .notYet }
    guard case .object = item else { throw .nonsense("item \(id) is no object") }
    guard item["id"] == .integer(id) else {
      throw .nonsense("item \(id) has another number, or none")
    }
    if item["deleted"] == true { return .notTold(why: "deleted") }
    if item["dead"] == true { return .notTold(why: "dead") }
    guard let type = item["type"]?.text else { throw .nonsense("item \(id) has no type") }
    guard ["story", "job"].contains(type) else { return .notTold(why: "no story") }
    guard let title = item["title"]?.text.map(StoryText.line(ofHTML:)), !title.isEmpty else {
      throw .nonsense("item \(id) has no title")
    }
    return .story(
      Story(id: id, title: title, url: item["url"]?.text.flatMap(StoryText.address)))
  }

  private static func json(_ body: [UInt8]) throws(FeedFailure) -> JSONValue {
    do {
      return try JSONValue(reading: body)
    } catch {
      throw .nonsense("its answer is not JSON")
    }
  }
}
