/// What texts of a description have to look like; compiled once for a fleet and not once for each text.
struct TextPatterns {
  /// The value of a tag.
  ///
  /// Source: Tagging AWS Resources User Guide, "Tag naming limits and requirements", 2026-11.
  let tagValue = /[\p{L}\p{N} _.:\/=+\-@]{1,256}/

  /// An e-mail address as SNS takes it.
  ///
  /// Source: Amazon SNS API Reference, `Subscribe`, `Endpoint`, 2026-11.
  let emailAddress = /[^@\s]+@[^@\s.]+(\.[^@\s.]+)+/

  /// An address of a web server as SNS takes it; source as of ``emailAddress``.
  let httpsAddress = /https:\/\/[^\s\/]+\.[^\s\/]+(\/\S*)?/

  /// Owner and name of a repository.
  ///
  /// Source: GitHub documentation, "Creating a new repository", 2026-11: letters, digits, `.`, `-`
  /// and `_`; an owner has no dot or underscore.
  let repository = /[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}/

  /// The same with the IDs, which belong elsewhere.
  let repositoryWithIDs = /([A-Za-z0-9-]+)@(\d+)\/([A-Za-z0-9._-]+)@(\d+)/

  /// An image's tag.
  ///
  /// Source: OCI Distribution Specification 1.1, "Pulling manifests": the form of a tag.
  let imageTag = /[A-Za-z0-9_][A-Za-z0-9._\-]{0,127}/
}
