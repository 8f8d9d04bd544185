extension InstanceTypeFacts {
  /// A family with its sizes, each with network interfaces and IPv4 addresses of one of them; below it
  /// the regions that have none of it, and the sizes that a region lacks.
  static let table = """
    a1 medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30
      none ap-northeast-2 ap-northeast-3 ca-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1
        + us-west-1
    c4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30
      none eu-north-1
    c5 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 9xlarge:8x30 12xlarge:8x30
      + 18xlarge:15x50 24xlarge:15x50
    c5a large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3
    c5ad large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ca-central-1 eu-north-1
        + eu-west-2 eu-west-3 us-west-1
    c5d large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 9xlarge:8x30 12xlarge:8x30
      + 18xlarge:15x50 24xlarge:15x50
      eu-west-3 12xlarge 24xlarge
    c5n large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 9xlarge:8x30 18xlarge:15x50
    c6a large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50 48xlarge:15x50
      none ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3
    c6g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    c6gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    c6gn medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    c6i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50
    c6id large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50
      none ap-northeast-3 ap-south-1 eu-north-1 us-west-1
    c6in large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:8x50
    c7a medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50 48xlarge:15x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-2 ca-central-1 eu-west-3
        + sa-east-1
    c7g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    c7gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    c7gn medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-central-1 eu-north-1 eu-west-3 sa-east-1 us-west-1
    c7i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    c7i-flex large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
      none ap-northeast-3
    c8a medium:2x4 large:3x20 xlarge:4x20 2xlarge:4x40 4xlarge:8x40 8xlarge:10x40 12xlarge:12x64
      + 16xlarge:16x64 24xlarge:16x64 48xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    c8g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    c8gb medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:10x30
      + 12xlarge:12x30 16xlarge:16x50 24xlarge:24x50 48xlarge:12x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
        + ca-central-1 eu-west-2 sa-east-1
    c8gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
      none ap-northeast-3 eu-west-3 us-west-1
    c8gn medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:10x30
      + 12xlarge:12x30 16xlarge:16x50 24xlarge:24x50 48xlarge:12x50
      none ap-northeast-3
    c8i large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:24x64 48xlarge:24x64 96xlarge:24x64
      none ap-northeast-3
    c8i-flex large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64
      none ap-northeast-3 eu-north-1
    c8ib large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
        + ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-2
        + us-west-1
    c8id large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:24x64 48xlarge:24x64 96xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-southeast-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1
        + us-west-1
    c8in large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ca-central-1 eu-north-1 eu-west-2 eu-west-3
        + sa-east-1 us-west-1
    c8ine large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-2 us-west-1
    c9g medium:2x20 large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50
      + 12xlarge:12x50 16xlarge:16x64 24xlarge:24x64 48xlarge:24x64
      none ap-northeast-3 ap-south-1 ap-southeast-2 ca-central-1 eu-north-1 eu-west-1 eu-west-2
        + eu-west-3 sa-east-1 us-west-1
    c9gd medium:2x20 large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50
      + 12xlarge:12x50 16xlarge:16x64 24xlarge:24x64 48xlarge:24x64
      none ap-northeast-3 ap-south-1 ap-southeast-2 ca-central-1 eu-north-1 eu-west-1 eu-west-2
        + eu-west-3 sa-east-1 us-west-1
    d3 xlarge:4x3 2xlarge:4x5 4xlarge:4x10 8xlarge:3x20
      none ap-northeast-2 eu-north-1 sa-east-1 us-west-1
      ap-northeast-3 2xlarge
    d3en xlarge:4x3 2xlarge:4x5 4xlarge:4x10 6xlarge:4x15 8xlarge:4x20 12xlarge:3x30
      none ap-northeast-2 ap-south-1 ca-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1
        + us-east-2 us-west-1
    i3 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 16xlarge:15x50
    i3en large:3x10 xlarge:4x15 2xlarge:4x15 3xlarge:4x15 6xlarge:8x30 12xlarge:8x30
      + 24xlarge:15x50
    i4g large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 16xlarge:15x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 eu-central-1 eu-north-1
        + eu-west-2 eu-west-3 us-west-1
    i4i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x30 32xlarge:15x50
    i7i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    i7ie large:3x10 xlarge:4x15 2xlarge:4x15 3xlarge:4x15 6xlarge:8x30 12xlarge:8x50
      + 18xlarge:15x50 24xlarge:15x50 48xlarge:15x50
      none ap-northeast-3
    i8g large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
      none us-west-1
      eu-central-1 48xlarge
    i8ge large:3x10 xlarge:4x15 2xlarge:4x15 3xlarge:6x30 6xlarge:10x30 12xlarge:12x30
      + 18xlarge:16x50 24xlarge:16x50 48xlarge:24x50
      none ap-northeast-3 sa-east-1 us-west-1
    im4gn large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 16xlarge:15x50
      none ap-northeast-2 ap-northeast-3 eu-north-1 sa-east-1 us-west-1
    is4gen medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30
      none ap-northeast-2 ap-northeast-3 eu-north-1 sa-east-1 us-west-1
    m4 large:2x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 10xlarge:8x30 16xlarge:8x30
      none eu-north-1
    m5 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
    m5a large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3 eu-north-1
    m5ad large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3 eu-north-1
    m5d large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
    m5dn large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-2 ca-central-1 eu-north-1
        + eu-west-2 eu-west-3 sa-east-1 us-west-1
    m5n large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-2 ca-central-1 eu-north-1
        + eu-west-2 eu-west-3 sa-east-1 us-west-1
    m5zn large:3x10 xlarge:4x15 2xlarge:4x15 3xlarge:8x30 6xlarge:8x30 12xlarge:15x50
      none ap-northeast-3 ap-south-1 ca-central-1 eu-north-1 eu-west-2 eu-west-3
    m6a large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50 48xlarge:15x50
      none ap-northeast-2 ap-northeast-3 eu-north-1
    m6g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    m6gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    m6i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50
    m6id large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50
      none ap-northeast-3 eu-north-1 eu-west-3
    m6idn large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:8x50
      none ap-northeast-3 eu-west-3
    m6in large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:8x50
      none ap-northeast-3 eu-west-3
    m7a medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50 48xlarge:15x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ca-central-1 eu-west-3
        + sa-east-1 us-west-1
    m7g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    m7gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
      none ap-northeast-3 ca-central-1
    m7i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    m7i-flex large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    m8a medium:2x4 large:3x20 xlarge:4x20 2xlarge:4x40 4xlarge:8x40 8xlarge:10x40 12xlarge:12x64
      + 16xlarge:16x64 24xlarge:16x64 48xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2 ca-central-1 eu-north-1
        + eu-west-2 eu-west-3 sa-east-1 us-west-1
    m8azn medium:3x4 large:4x20 xlarge:4x20 3xlarge:8x40 6xlarge:8x40 12xlarge:16x64
      + 24xlarge:16x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    m8g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    m8gb medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:10x30
      + 12xlarge:12x30 16xlarge:16x50 24xlarge:24x50 48xlarge:12x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
        + ca-central-1 eu-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-east-2 us-west-1
    m8gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
      none ap-northeast-2 ap-northeast-3
    m8gn medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:10x30
      + 12xlarge:12x30 16xlarge:16x50 24xlarge:24x50 48xlarge:12x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
        + ca-central-1 eu-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-east-2 us-west-1
    m8i large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:24x64 48xlarge:24x64 96xlarge:24x64
      none ap-northeast-3 eu-north-1
    m8i-flex large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64
      none ap-northeast-3 eu-north-1
    m8ib large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    m8id large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:24x64 48xlarge:24x64 96xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-southeast-1 eu-west-3 sa-east-1 us-west-1
    m8idb large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    m8idn large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    m8in large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-central-1 eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    m8ine large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
        + ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-2
        + us-west-1
    m9g medium:2x20 large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50
      + 12xlarge:12x50 16xlarge:16x64 24xlarge:24x64 48xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ca-central-1 eu-north-1 eu-west-2 eu-west-3
        + sa-east-1 us-west-1
    m9gd medium:2x20 large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50
      + 12xlarge:12x50 16xlarge:16x64 24xlarge:24x64 48xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ca-central-1 eu-north-1 eu-west-2 eu-west-3
        + sa-east-1 us-west-1
    r4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 16xlarge:15x50
      none eu-north-1
    r5 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
    r5a large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3 eu-north-1
    r5ad large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3 eu-north-1
    r5b large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3 ap-south-1 eu-west-3 us-west-1
    r5d large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
    r5dn large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3 ap-south-1 ca-central-1 eu-west-2 sa-east-1 us-west-1
    r5n large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50
      none ap-northeast-3
    r6a large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50 48xlarge:15x50
      none ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1
    r6g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    r6gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    r6i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50
    r6id large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50
      none ap-northeast-3 ca-central-1 eu-north-1 eu-west-3 sa-east-1 us-west-1
    r6idn large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:8x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 eu-west-2 sa-east-1 us-west-1
    r6in large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:8x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 eu-west-2 sa-east-1 us-west-1
    r7a medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 32xlarge:15x50 48xlarge:15x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-west-2 eu-west-3 sa-east-1 us-west-1
    r7g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    r7gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50
    r7i large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    r7iz large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 32xlarge:15x50
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    r8a medium:2x4 large:3x20 xlarge:4x20 2xlarge:4x40 4xlarge:8x40 8xlarge:10x40 12xlarge:12x64
      + 16xlarge:16x64 24xlarge:16x64 48xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 eu-north-1
        + eu-west-2 eu-west-3 sa-east-1 us-west-1
    r8g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    r8gb medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:10x30
      + 12xlarge:12x30 16xlarge:16x50 24xlarge:24x50 48xlarge:12x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
        + ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-2
        + us-west-1
    r8gd medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
    r8gn medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:10x30
      + 12xlarge:12x30 16xlarge:16x50 24xlarge:24x50 48xlarge:12x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2
        + ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-2
        + us-west-1
    r8i large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:24x64 48xlarge:24x64 96xlarge:24x64
      none ap-northeast-3
    r8i-flex large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64
      none ap-northeast-3
    r8ib large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    r8id large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:24x64 48xlarge:24x64 96xlarge:24x64
      none ap-northeast-2 ap-northeast-3 ap-southeast-1 eu-west-3 sa-east-1 us-west-1
    r8idb large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    r8idn large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    r8in large:4x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:8x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:16x64 48xlarge:24x64 96xlarge:12x64
      none ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
        + eu-north-1 eu-west-2 eu-west-3 sa-east-1 us-west-1
    t2 nano:2x2 micro:2x2 small:3x4 medium:3x6 large:3x12 xlarge:3x15 2xlarge:3x15
      none eu-north-1
    t3 nano:2x2 micro:2x2 small:3x4 medium:3x6 large:3x12 xlarge:4x15 2xlarge:4x15
    t3a nano:2x2 micro:2x2 small:2x4 medium:3x6 large:3x12 xlarge:4x15 2xlarge:4x15
      none ap-northeast-3 eu-north-1
    t4g nano:2x2 micro:2x2 small:3x4 medium:3x6 large:3x12 xlarge:4x15 2xlarge:4x15
    x8aedz large:4x20 xlarge:4x20 3xlarge:8x40 6xlarge:8x40 12xlarge:16x64 24xlarge:16x64
      none ap-northeast-3 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-west-2
        + eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1
    x8g medium:2x4 large:3x10 xlarge:4x15 2xlarge:4x15 4xlarge:8x30 8xlarge:8x30 12xlarge:8x30
      + 16xlarge:15x50 24xlarge:15x50 48xlarge:15x50
      none ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ca-central-1
        + eu-west-2 eu-west-3 sa-east-1 us-west-1
    x8i large:3x20 xlarge:4x30 2xlarge:4x30 4xlarge:8x50 8xlarge:10x50 12xlarge:12x50
      + 16xlarge:16x64 24xlarge:16x64 32xlarge:24x64 48xlarge:24x64 64xlarge:24x64 96xlarge:24x64
      none ap-northeast-3 ca-central-1 eu-west-2 us-west-1
    """
}
