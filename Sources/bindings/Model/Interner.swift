/// Keeps equal shapes once and remembers the best path that leads to each.
///
/// `aws_wafv2_web_acl` has 9,828 nested blocks and needs 108 structs: the provider unrolls its
/// recursive statements to a fixed depth.
struct Interner<Shape: Hashable> {
  private struct Key: Hashable {
    let name: String?
    let shape: Shape
  }

  private var indices: [Key: Int] = [:]
  private(set) var shapes: [Shape] = []
  private(set) var paths: [[String]] = []

  /// The number of `shape`, which is the same for equal shapes whose blocks have one name.
  ///
  /// Blocks of different names stay apart even where they hold the same today, or the type of
  /// `block_storage` would be called `ZonalShiftConfig`. The shortest path names a shape, and of
  /// equally short ones the first by spelling, so that names depend on nothing but the schema.
  mutating func intern(_ shape: Shape, at path: [String]) -> Int {
    let key = Key(name: path.last, shape: shape)
    if let index = indices[key] {
      let old = paths[index]
      if (path.count, path.joined(separator: ".")) < (old.count, old.joined(separator: ".")) {
        paths[index] = path
      }
      return index
    }
    indices[key] = shapes.count
    shapes.append(shape)
    paths.append(path)
    return shapes.count - 1
  }
}
