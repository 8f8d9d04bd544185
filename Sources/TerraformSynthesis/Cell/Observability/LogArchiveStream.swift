import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// The stream from log groups to the archive's bucket.
  ///
  /// CloudWatch Logs sends records that are gzipped already: they are unpacked here, or an object
  /// would be gzip inside gzip. A record holds many lines, with the log group that they are from; each
  /// goes on a line of its own.
  /// Sources: Amazon CloudWatch Logs API Reference, `PutSubscriptionFilter`; Amazon Data Firehose
  /// Developer Guide, "Decompress CloudWatch Logs", and API Reference, `Processor`, 2026-11.
  ///
  /// - Parameter permission: what allows the role to write, which Firehose tries at once.
  mutating func addStream(
    of cell: ResolvedCell, into bucket: AWS.S3Bucket.Attributes,
    _ errors: AWS.CloudWatchLogStream.Attributes, with key: AWS.KMSKey.Attributes,
    by role: AWS.IAMRole.Attributes, after permission: TerraformReference
  ) -> AWS.KinesisFirehoseDeliveryStream.Attributes {
    let meta = MetaArguments(dependsOn: [permission])
    return add(
      Resource(AWS.KinesisFirehoseDeliveryStream.self, "logs", meta: meta) {
        $0.name = Argument(cell.scope.logStream)
        $0.destination = "extended_s3"
        $0.serverSideEncryption = .init {
          $0.enabled = true
          $0.keyType = "CUSTOMER_MANAGED_CMK"
          $0.keyARN = key.arn
        }
        $0.extendedS3Configuration = .init {
          $0.bucketARN = bucket.arn
          $0.roleARN = role.arn
          $0.kmsKeyARN = key.arn
          $0.setObjects()
          $0.cloudWatchLoggingOptions = .init {
            $0.enabled = true
            $0.logGroupName = Argument(cell.scope.logStreamErrors)
            $0.logStreamName = errors.name
          }
          $0.processingConfiguration = .init {
            $0.enabled = true
            $0.processors = [
              .init {
                $0.type = "Decompression"
                $0.parameters = [
                  .init {
                    $0.parameterName = "CompressionFormat"
                    $0.parameterValue = "GZIP"
                  }
                ]
              },
              .init { $0.type = "AppendDelimiterToRecord" },
            ]
          }
        }
      }, because: "collects log lines and writes them to the archive, many in one object",
      at: cell.observability.archiveAfter.location)
  }
}

extension AWS.KinesisFirehoseDeliveryStream.ExtendedS3Configuration {
  /// As few objects as Firehose makes of what comes, by the day (UTC) on which it came.
  ///
  /// 128 MiB and 900 seconds are its limits. The prefixes are in its language, whose `!{` Terraform
  /// takes for text.
  /// Sources: Amazon Data Firehose API Reference, `BufferingHints`; Developer Guide, "Custom prefixes
  /// for Amazon S3 objects", 2026-11.
  fileprivate mutating func setObjects() {
    compressionFormat = "GZIP"
    fileExtension = ".json.gz"
    bufferingSize = 128
    bufferingInterval = 900
    prefix = "logs/!{timestamp:yyyy/MM/dd}/"
    errorOutputPrefix = "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/"
  }
}
