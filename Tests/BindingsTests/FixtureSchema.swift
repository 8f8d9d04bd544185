import Foundation
import TerraformProviderSchema

@testable import bindings

/// A provider that is small enough to read, with one of each thing that the generator must tell
/// apart.
enum FixtureSchema {
  static let json = Data(
    """
    {
      "format_version": "1.0",
      "provider_schemas": {
        "registry.terraform.io/example/cloud": {
          "resource_schemas": {
            "aws_sqs_queue": {
              "version": 0,
              "block": {
                "attributes": {
                  "arn": { "type": "string", "computed": true },
                  "default": { "type": "bool", "optional": true },
                  "fifo": { "type": "bool", "optional": true, "deprecated": true },
                  "id": { "type": "string", "optional": true, "computed": true },
                  "kms_key_arn": { "type": "string", "optional": true, "computed": true },
                  "name": { "type": "string", "required": true },
                  "owners": {
                    "type": ["list", ["object", { "id": "string" }]], "computed": true
                  },
                  "secret_wo": {
                    "type": "string", "optional": true, "sensitive": true, "write_only": true
                  },
                  "tags": { "type": ["map", "string"], "optional": true },
                  "weights": { "type": ["set", "number"], "optional": true }
                },
                "block_types": {
                  "archive": {
                    "nesting_mode": "list", "min_items": 1, "max_items": 1,
                    "block": { "attributes": { "url": { "type": "string", "computed": true } } }
                  },
                  "rule": {
                    "nesting_mode": "set", "max_items": 10,
                    "block": {
                      "attributes": { "ttl": { "type": "number", "required": true } }
                    }
                  }
                }
              }
            }
          },
          "data_source_schemas": {
            "aws_partition": {
              "block": { "attributes": { "id": { "type": "string", "computed": true } } }
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

  static let list = """
    # what the fixture has
    provider example/cloud 1.2.3

    resource aws_sqs_queue   # queues
    data aws_partition
    ephemeral aws_secret
    """

  /// What the whole pipeline makes of `list`.
  static func generation(_ list: String = list) throws -> Generation {
    try generate(WantedTypes(parsing: list, file: "types.txt"), from: json)
  }
}
