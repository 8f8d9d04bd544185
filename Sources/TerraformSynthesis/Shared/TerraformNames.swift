/// A block's name from a name of ours: `alert-processing` becomes `alert_processing`.
///
/// A name of ours may begin with a digit, a block's may not.
func blockName(_ parts: String...) -> String {
  let name = parts.joined(separator: "_").replacing("-", with: "_")
  return name.first?.isNumber == true ? "_\(name)" : name
}
