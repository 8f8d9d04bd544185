/// What a region, a database or a table is called in Swift: `usEast1` for `us-east-1`.
///
/// Each of them is named after its value, in camel case; fixes are written with these names.
package func swiftName(of name: String) -> String {
  let words = name.split(separator: "-")
  return words.prefix(1).joined()
    + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
