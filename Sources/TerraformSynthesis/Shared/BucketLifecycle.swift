import TerraformAWS
import TerraformDocument

extension AWS.S3BucketLifecycleConfiguration.Rule {
  /// To Glacier after so many days, for good.
  ///
  /// The filter lets objects move that are smaller than the 128 KB from which S3 moves them by itself;
  /// logs of a few minutes mostly are. Below 16 KiB an object in Glacier costs more than where it was:
  /// 32 KiB are added to it there, and 8 KiB remain in S3 Standard.
  /// Source: S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle", "Constraints and
  /// considerations for transitions", 2026-11.
  static func archiving(after days: Int) -> Self {
    Self {
      $0.id = "archive"
      $0.status = "Enabled"
      $0.filter = [.init { $0.objectSizeGreaterThan = 16_384 }]
      $0.transition = [
        .init {
          $0.days = Argument(days)
          $0.storageClass = "GLACIER"
        }
      ]
    }
  }

  /// An upload that was begun and not ended goes after a week, and what was replaced or deleted, where
  /// it says so, after so many days.
  static func tidying(replacedAfter days: Int? = nil) -> Self {
    Self {
      $0.id = "tidy"
      $0.status = "Enabled"
      $0.filter = [.init { _ in }]
      $0.abortIncompleteMultipartUpload = [.init { $0.daysAfterInitiation = 7 }]
      if let days {
        $0.noncurrentVersionExpiration = [.init { $0.noncurrentDays = Argument(days) }]
      }
    }
  }
}
