/// A rule of AWS's that some of our requests may break: it only labels them, and a rule of ours blocks
/// what it has labelled everywhere else.
struct CountedRule {
  let set: ManagedRuleSet
  /// Its name: `SizeRestrictions_BODY`.
  let name: String
  /// The last part of its label, which is written in another way.
  let ownLabel: String

  /// The label.
  var label: String { "\(set.labels):\(ownLabel)" }

  private init(_ set: ManagedRuleSet, _ name: String, _ ownLabel: String) {
    self.set = set
    self.name = name
    self.ownLabel = ownLabel
  }

  /// What a provider's callback may break: some send no `User-Agent`, and a body is not theirs to
  /// shorten.
  static let unlikeClients = [
    Self(.common, "NoUserAgent_HEADER", "NoUserAgent_Header"),
    Self(.common, "SizeRestrictions_BODY", "SizeRestrictions_Body"),
  ]

  /// What a body of free text may break: a story's title about SQL or scripts, a link in a message, an
  /// answer by SMS. The API takes such text as data, which it binds as a parameter and gives back as
  /// JSON. What only an attacker sends is refused there too.
  static let freeText = [
    Self(.common, "CrossSiteScripting_BODY", "CrossSiteScripting_Body"),
    Self(.common, "EC2MetaDataSSRF_BODY", "EC2MetaDataSSRF_Body"),
    Self(.common, "GenericLFI_BODY", "GenericLFI_Body"),
    Self(.common, "GenericRFI_BODY", "GenericRFI_Body"),
    Self(.sqlInjection, "SQLiExtendedPatterns_BODY", "SQLiExtendedPatterns_Body"),
    Self(.sqlInjection, "SQLi_BODY", "SQLi_Body"),
  ]
}
