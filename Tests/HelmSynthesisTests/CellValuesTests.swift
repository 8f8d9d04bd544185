import CellContract
import CellDescription
import CellPrimitives
import HelmSynthesis
import Testing
import YAMLDocument

/// The values file of a cell, as Helm reads it.
@Suite struct CellValuesTests {
  @Test func `the file of a cell that runs the API, to the letter`() throws {
    let values = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api, replicas: 3...9)
    }
    #expect(values.path == "sample/helm/values-cell-a.yaml")
    #expect(try String(decoding: values.file.text(), as: UTF8.self) == apiValues)
  }

  @Test func `every service has every key of the chart, and each scales in one way`() throws {
    let services = try allServices()
    #expect(services.keys == ["api", "poller", "worker"])
    let scaling = [
      "api": ["autoscaling", "podDisruptionBudget"], "poller": ["replicas"],
      "worker": ["autoscaling", "podDisruptionBudget"],
    ]
    for (service, pods) in scaling {
      #expect(
        services[service].keys == ["name", "labels", "image", "serviceAccount"] + pods + [
          "port", "env", "resources", "livenessProbe", "readinessProbe",
        ] + (service == "api" ? ["migration"] : []))
    }
  }

  @Test func `the worker scales by the depth of its queue, the API by utilization`() throws {
    let services = try allServices()
    #expect(
      services["worker"]["autoscaling"] == [
        "minReplicas": 2, "maxReplicas": 20,
        "queueURL": """
        https://sqs.us-west-1.amazonaws.com/012345678901/bizcomms-cell-a-alert-processing
        """,
        "targetMessagesPerReplica": 50,
      ])
    #expect(
      services["api"]["autoscaling"] == [
        "minReplicas": 2, "maxReplicas": 10, "targetCPUUtilizationPercentage": 70,
        "targetMemoryUtilizationPercentage": 80,
      ])
    #expect(services["poller"]["replicas"] == 1)
  }

  /// Each rollout would set the number back that the autoscaler had chosen.
  @Test func `what an autoscaler scales carries no number of replicas`() throws {
    let services = try allServices()
    for service in ["api", "worker"] {
      #expect(services[service].keys.contains("autoscaling"))
      #expect(!services[service].keys.contains("replicas"))
    }
  }

  @Test func `pods that scale are moved one after the other, and a pod alone when it has to be`()
    throws
  {
    let services = try allServices()
    for service in ["api", "worker"] {
      #expect(
        services[service]["podDisruptionBudget"] == [
          "maxUnavailable": 1, "unhealthyPodEvictionPolicy": "AlwaysAllow",
        ])
    }
    #expect(services["poller"]["podDisruptionBudget"] == .null)
  }

  @Test func `a budget that is described is the chart's, parts of all pods as text`() throws {
    let services = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api, replicas: 4...8, disruption: .maxUnavailable(.percent(25)))
      Run(.worker, disruption: .minAvailable(1))
      Run(.poller, disruption: .maxUnavailable(1))
    }.file.value["services"]
    #expect(services["api"]["podDisruptionBudget"]["maxUnavailable"] == "25%")
    #expect(services["worker"]["podDisruptionBudget"].keys.first == "minAvailable")
    #expect(services["worker"]["podDisruptionBudget"]["minAvailable"] == 1)
    #expect(services["poller"]["podDisruptionBudget"]["maxUnavailable"] == 1)
  }

  @Test func `a service that runs as a function is none of the chart's`() throws {
    let services = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.poller, as: .lambda(every: .minutes(5)))
    }.file.value["services"]
    #expect(services.keys == ["api"])
  }

  @Test func `a fixed number of pods needs no autoscaler`() throws {
    let values = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api, replicas: 4)
      Run(.worker, replicas: 5)
    }
    let services = values.file.value["services"]
    #expect(services["api"]["replicas"] == 4)
    #expect(services["api"]["autoscaling"] == .null)
    #expect(services["worker"]["replicas"] == 5)
    #expect(services["worker"]["autoscaling"] == .null)
  }

  /// Figures of the overview, "Resource Requests/Limits" and "Kubernetes Probes".
  @Test func `pods ask for what the overview gives them, and are probed as it says`() throws {
    let services = try allServices()
    let large: YAMLValue = [
      "requests": ["cpu": "250m", "memory": "256Mi"], "limits": ["cpu": "500m", "memory": "512Mi"],
    ]
    let small: YAMLValue = [
      "requests": ["cpu": "100m", "memory": "128Mi"], "limits": ["cpu": "250m", "memory": "256Mi"],
    ]
    #expect(services["api"]["resources"] == large)
    #expect(services["worker"]["resources"] == large)
    #expect(services["poller"]["resources"] == small)
    for service in services.keys {
      #expect(
        services[service]["livenessProbe"] == [
          "httpGet": ["path": "/livez", "port": 8000], "initialDelaySeconds": 30,
          "periodSeconds": 10,
        ])
      #expect(
        services[service]["readinessProbe"] == [
          "httpGet": ["path": "/readyz", "port": 8000], "initialDelaySeconds": 10,
          "periodSeconds": 5,
        ])
    }
  }

  @Test func `every variable that a service's contract names is set, once, to some text`() throws {
    let services = try allServices()
    let common = [
      "AWS_REGION", "BIZCOMMS_CELL", "BIZCOMMS_ENVIRONMENT", "BIZCOMMS_LOG_DEBUG_SAMPLING",
      "BIZCOMMS_LOG_LEVEL", "BIZCOMMS_PORT",
    ]
    for service in ServiceName.allCases {
      let variables = services[service.rawValue]["env"].elements
      let names = variables.compactMap { variable -> String? in
        guard case .string(let name) = variable["name"] else { return nil }
        return name
      }
      #expect(names == (common + service.contract.environment.map(\.key)).sorted())
      #expect(variables.allSatisfy { $0.keys == ["name", "value"] && $0["value"] != "" })
    }
  }

  @Test func `the poller knows the API by the service's own name in the cluster`() throws {
    let variables = try allServices()["poller"]["env"].elements
    #expect(
      variables.contains([
        "name": "BIZCOMMS_SERVICE_API_URL",
        "value": "http://bizcomms-api.bizcomms.svc.cluster.local:8000",
      ]))
  }

  private func allServices() throws -> YAMLValue {
    let values = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.worker)
      Run(.poller)
      Run(.api)
    }
    return values.file.value["services"]
  }
}

private let apiValues = """
  # Generated by cellctl from cells/; do not edit.
  environment: sample
  cell: cell-a
  region: us-west-1
  namespace: bizcomms
  cluster:
    name: bizcomms-cell-a-eks
  loadBalancer:
    controller:
      serviceAccount:
        namespace: kube-system
        name: aws-load-balancer-controller
        annotations:
          eks.amazonaws.com/role-arn: arn:aws:iam::012345678901:role/bizcomms-cell-a-load-balancer
      vpcTags:
        Name: bizcomms-cell-a
    targetGroup:
      name: bizcomms-cell-a-api
      targetType: ip
      service: bizcomms-api
      port: 8000
  services:
    api:
      name: bizcomms-api
      labels:
        app: bizcomms-api
      image:
        repository: 012345678901.dkr.ecr.us-west-1.amazonaws.com/bizcomms-api
        tag: "1.10"
      serviceAccount:
        name: bizcomms-api
        annotations:
          eks.amazonaws.com/role-arn: arn:aws:iam::012345678901:role/bizcomms-cell-a-api
      autoscaling:
        minReplicas: 3
        maxReplicas: 9
        targetCPUUtilizationPercentage: 70
        targetMemoryUtilizationPercentage: 80
      podDisruptionBudget:
        maxUnavailable: 1
        unhealthyPodEvictionPolicy: AlwaysAllow
      port: 8000
      env:
      - name: AWS_REGION
        value: us-west-1
      - name: BIZCOMMS_CELL
        value: cell-a
      - name: BIZCOMMS_DATABASE_ALERTS_ENDPOINTS
        value: /bizcomms/sample/cells/cell-a/database/alerts
      - name: BIZCOMMS_DATABASE_ALERTS_NAME
        value: alerts
      - name: BIZCOMMS_ENVIRONMENT
        value: sample
      - name: BIZCOMMS_LOG_DEBUG_SAMPLING
        value: "10"
      - name: BIZCOMMS_LOG_LEVEL
        value: INFO
      - name: BIZCOMMS_PORT
        value: "8000"
      - name: BIZCOMMS_SECRET_API_KEYS_NAME
        value: bizcomms-sample/api-keys
      - name: BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME
        value: bizcomms-sample/database-alerts-application
      - name: BIZCOMMS_SECRET_TWILIO_NAME
        value: bizcomms-sample/twilio
      - name: BIZCOMMS_TABLE_DELIVERIES_NAME
        value: bizcomms-sample-deliveries
      - name: BIZCOMMS_TOPIC_ALERT_EVENTS_ARN
        value: arn:aws:sns:us-west-1:012345678901:bizcomms-cell-a-alert-events
      - name: BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN
        value: arn:aws:sns:us-west-1:012345678901:bizcomms-cell-a-delivery-status
      resources:
        requests:
          cpu: 250m
          memory: 256Mi
        limits:
          cpu: 500m
          memory: 512Mi
      livenessProbe:
        httpGet:
          path: /livez
          port: 8000
        initialDelaySeconds: 30
        periodSeconds: 10
      readinessProbe:
        httpGet:
          path: /readyz
          port: 8000
        initialDelaySeconds: 10
        periodSeconds: 5
      migration:
        name: bizcomms-api-migration
        args:
        - migrate
        serviceAccount:
          name: bizcomms-api-migration
          annotations:
            eks.amazonaws.com/role-arn: arn:aws:iam::012345678901:role/bizcomms-cell-a-api-migration
        env:
        - name: AWS_REGION
          value: us-west-1
        - name: BIZCOMMS_CELL
          value: cell-a
        - name: BIZCOMMS_DATABASE_ALERTS_ENDPOINTS
          value: /bizcomms/sample/cells/cell-a/database/alerts
        - name: BIZCOMMS_DATABASE_ALERTS_NAME
          value: alerts
        - name: BIZCOMMS_ENVIRONMENT
          value: sample
        - name: BIZCOMMS_LOG_DEBUG_SAMPLING
          value: "10"
        - name: BIZCOMMS_LOG_LEVEL
          value: INFO
        - name: BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME
          value: bizcomms-sample/database-alerts-application
        - name: BIZCOMMS_SECRET_DATABASE_ALERTS_MIGRATION_NAME
          value: bizcomms-sample/database-alerts-migration

  """
