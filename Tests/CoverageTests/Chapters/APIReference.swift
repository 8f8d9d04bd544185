extension CoverageChapter {
  static let apiReference = CoverageChapter(
    title: "API reference",
    sections: [
      CoverageSection("API Reference"),
      CoverageSection("Authentication") {
        CoverageRow(
          "API Key Required: Include X-API-Key header in all requests",
          "no log holds a key; without one the answer is 401",
          .global("aws_secretsmanager_secret.api_keys", ["name": "bizcomms-production/api-keys"]),
          .values(
            "services.api",
            ["env[name=BIZCOMMS_SECRET_API_KEYS_NAME].value": "bizcomms-production/api-keys"]),
          .cells(
            "aws_wafv2_web_acl_logging_configuration.main",
            ["redacted_fields[single_header.name=x-api-key]": .present]),
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "data_protection_config.data_protection[0].action": "SUBSTITUTION",
              "data_protection_config.data_protection[0].field.field_keys": .includes("x-api-key"),
            ]))
        CoverageRow(
          "curl -H \"X-API-Key: your-api-key-here\" \\\nhttps://api.bizcomms.example.com/v1/alerts",
          "the host; the paths are the API's",
          .routing("aws_route53_record.primary", ["name": "api.bizcomms.example.com"]),
          .regions(
            "aws_acm_certificate.<region_name>",
            [
              "domain_name": "api.bizcomms.example.com",
              "subject_alternative_names": ["*.api.bizcomms.example.com"],
            ]))
      },
      CoverageSection("Create Alert") {
        CoverageRow("POST /v1/alerts", shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Request Body") {
        CoverageRow(
          .lines("\"title\": \"New HackerNews Story\",", through: "\"active_only\": true"),
          also: ["{", "}"], shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Response (202 Accepted)") {
        CoverageRow(
          .lines("\"alert_id\": \"alert_abc123\",", through: "\"estimated_recipients\": 42"),
          also: ["{", "}"], shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Get Alert Status") {
        CoverageRow(
          "GET /v1/alerts/{id}/status", shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Response (200 OK)") {
        CoverageRow(
          .lines(
            "\"alert_id\": \"alert_abc123\",",
            through: "\"delivered_at\": \"2025-01-01T12:00:07Z\""),
          also: ["{", "}", "]"], shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Create Recipient") {
        CoverageRow("POST /v1/recipients", shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Request Body") {
        CoverageRow(
          .lines("\"name\": \"John Doe\",", through: "\"active\": true"), also: ["{", "}"],
          shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Response (201 Created)") {
        CoverageRow(
          .lines(
            "\"recipient_id\": \"recip_123\",",
            through: "\"created_at\": \"2025-01-01T12:00:00Z\""),
          also: ["{", "}"], shownBy: "the requests of the overview get its answers")
      },
      CoverageSection("Error Responses") {
        CoverageRow(
          .lines(
            "| 400 | Bad Request | Invalid request body or parameters |",
            through: "| 404 | Not Found | Resource not found |"),
          also: [
            "| 500 | Internal Server Error | Server-side error |",
            "| 503 | Service Unavailable | Service temporarily unavailable |",
          ],
          shownBy: "each mistake has its status", "everything that is wrong stands in one answer",
          "a database that does not answer is 503, and when to come again",
          "a mistake of ours is told to nobody")
        CoverageRow(
          "| 429 | Too Many Requests | Rate limit exceeded (WAF) |",
          "as JSON; the rules, one of which is for callbacks, would answer 403 of themselves",
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=rate-limit].action.block.custom_response.response_code": 429,
              "rule[name=rate-limit].action.block.custom_response.custom_response_body_key":
                "too-many-requests",
              "rule[name=callback-rate-limit].action.block.custom_response.response_code": 429,
              "rule[name=callback-rate-limit].action.block.custom_response.custom_response_body_key":
                "too-many-requests",
              "custom_response_body[key=too-many-requests].content":
                "{\"error\": \"Too Many Requests\"}",
              "custom_response_body[key=too-many-requests].content_type": "APPLICATION_JSON",
            ]))
      },
    ])
}
