extension AWSCredentials {
  /// The key in the environment, or nil where there is none.
  ///
  /// - Throws: that the other half is missing.
  init?(environment: EnvironmentVariables) throws(AWSConfigurationError) {
    let id = environment["AWS_ACCESS_KEY_ID"]
    let secret = environment["AWS_SECRET_ACCESS_KEY"]
    switch (id, secret) {
    case (nil, nil): return nil
    case (let id?, let secret?):
      self.init(
        accessKeyID: id, secretAccessKey: secret, sessionToken: environment["AWS_SESSION_TOKEN"])
    case (nil, _):
      throw AWSConfigurationError([
        .init(
          variable: "AWS_ACCESS_KEY_ID", problem: "is missing, and AWS_SECRET_ACCESS_KEY is set")
      ])
    case (_, nil):
      throw AWSConfigurationError([
        .init(
          variable: "AWS_SECRET_ACCESS_KEY", problem: "is missing, and AWS_ACCESS_KEY_ID is set")
      ])
    }
  }
}
