import Foundation

/// A provider with one of each thing that the check tells apart.
enum ProviderSchemaFixture {
  static let json = Data(
    """
    {
      "format_version": "1.0",
      "provider_schemas": {
        "registry.terraform.io/example/cloud": {
          "resource_schemas": {
            "aws_queue": {
              "block": {
                "attributes": {
                  "arn": { "type": "string", "computed": true },
                  "delay": { "type": "number", "optional": true },
                  "id": { "type": "string", "optional": true, "computed": true },
                  "name": { "type": "string", "required": true },
                  "routes": {
                    "type": ["set", ["object", { "cidr": "string", "target": "string" }]],
                    "optional": true, "computed": true
                  },
                  "tags": { "type": ["map", "string"], "optional": true },
                  "weights": { "type": ["list", "number"], "optional": true }
                },
                "block_types": {
                  "archive": {
                    "nesting_mode": "list", "min_items": 1, "max_items": 1,
                    "block": { "attributes": { "url": { "type": "string", "required": true } } }
                  },
                  "rule": {
                    "nesting_mode": "set", "max_items": 2,
                    "block": { "attributes": { "ttl": { "type": "number", "required": true } } }
                  },
                  "timeouts": {
                    "nesting_mode": "single",
                    "block": { "attributes": { "create": { "type": "string", "optional": true } } }
                  }
                }
              }
            }
          },
          "data_source_schemas": {
            "aws_zone": {
              "block": {
                "attributes": { "id": { "type": "string", "optional": true, "computed": true } }
              }
            }
          },
          "ephemeral_resource_schemas": {
            "aws_secret": {
              "block": { "attributes": { "value": { "type": "string", "computed": true } } }
            }
          }
        }
      }
    }
    """.utf8)
}
