import CellContract
import CellPrimitives
import Testing

/// The roles of an environment's repository.
@Suite struct DeploymentNameTests {
  @Test func `the roles of the repository carry the environment's name and its account`() throws {
    let account = try #require(AccountID("123456789012"))
    let scope = EnvironmentScope(environment: "production", account: account)
    #expect(scope.planRole == "bizcomms-production-plan")
    #expect(scope.planRoleARN == "arn:aws:iam::123456789012:role/bizcomms-production-plan")
    #expect(scope.planningEnvironment == "production-plan")
    #expect(scope.deployingEnvironment == "production")
    #expect(scope.deployRole == "bizcomms-production-deploy")
    #expect(scope.deployRoleARN == "arn:aws:iam::123456789012:role/bizcomms-production-deploy")
    #expect(scope.deployPolicy("keys") == "bizcomms-production-deploy-keys")
    #expect(scope.boundaryARN == "arn:aws:iam::123456789012:policy/bizcomms-production-boundary")
  }
}
