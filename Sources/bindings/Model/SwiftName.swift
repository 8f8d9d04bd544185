/// Names of generated declarations.
enum SwiftName {
  /// `aws_vpc` → `VPC`: the provider's prefix goes, since all types lie in `AWS`.
  static func type(_ terraform: String) -> String {
    SwiftWords.typeName(terraform.split(separator: "_").dropFirst())
  }

  /// `["rule", "apply_server_side_encryption_by_default"]` →
  /// `RuleApplyServerSideEncryptionByDefault`.
  static func nested(_ path: [String]) -> String {
    let name = SwiftWords.typeName(path.flatMap { $0.split(separator: "_") })
    return shadowing.contains(name) ? name + "Block" : name
  }

  /// `kms_key_arn` → `kmsKeyARN`, moved aside where the declaration around it has that name.
  static func property(_ terraform: String) -> String {
    let name = SwiftWords.propertyName(terraform)
    return taken.contains(name) ? name + "Argument" : name
  }

  /// The name as a declaration writes it: a keyword stands in backticks.
  static func declared(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// Types that generated code uses, and that a nested one of the same name would hide.
  private static let shadowing: Set<String> = [
    "Any", "Argument", "AttributeList", "Attributes", "Bool", "Double", "NestedAttributes",
    "Protocol", "Self", "String", "TerraformAddress", "TerraformAttributes", "TerraformBlock",
    "TerraformBody", "TerraformJSON", "TerraformReference", "TerraformSchema", "Type",
  ]

  /// Members that every generated type has; `self` can't be told from the value itself.
  private static let taken: Set<String> = ["body", "hashValue", "path", "reference", "self"]

  /// Source: The Swift Programming Language, "Keywords and Punctuation": those reserved in
  /// declarations, statements and expressions.
  private static let keywords: Set<String> = [
    "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
    "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "open", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
    "return", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]
}
