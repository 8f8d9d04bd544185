/// Reading the current value of a secret.
public struct ReadSecretAccess: Access {
  /// Which secret.
  public let secret: Secret

  /// The secret, and the key that encrypts it.
  public var statements: [PolicyStatement] { secret.readStatements }
  /// The secret's full name.
  public var environment: [EnvironmentVariable] { [secret.nameVariable] }
  /// None: every environment has all secrets.
  public var requirement: Requirement? { nil }
}

extension Secret {
  /// Reading the secret takes the secret itself and the key that encrypts it.
  var readStatements: [PolicyStatement] {
    [
      PolicyStatement(["secretsmanager:GetSecretValue"], on: .secret(self)),
      PolicyStatement(["kms:Decrypt"], on: .secretsKey, viaService: "secretsmanager"),
    ]
  }

  var nameVariable: EnvironmentVariable {
    EnvironmentVariable("SECRET", name, "NAME", .secretName(self))
  }
}

extension Access where Self == ReadSecretAccess {
  /// May read `secret`.
  static func secret(_ secret: Secret) -> Self { Self(secret: secret) }
}
