# shellcheck shell=bash
# Sourced first by every script here: strict mode, the project's root as working directory,
# where things lie, and the flags that every Swift build shares (others would rebuild).
set -euo pipefail

project="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$project"

# Everything that is installed or derived, none of it committed.
tools="$project/.tools"
build_path="${BUILD_PATH:-$project/.build}"
# shellcheck disable=SC2034  # used by the scripts that source this file
swift_flags=(--scratch-path "$build_path" --explicit-target-dependency-import-check error)
# Optimized, with Swift's libraries in the program, which needs no Swift where it runs. Relocations are
# packed and symbols not exported, because a program's tables of both stay in memory from its start.
# glibc reads packed relocations since 2.36 (Debian 12).
# Source: https://sourceware.org/git/?p=glibc.git;a=blob;f=NEWS, version 2.36, "DT_RELR", 2026-11.
release_flags=(
  --configuration release --static-swift-stdlib -Xswiftc -use-ld=lld
  -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic
)
# shellcheck disable=SC2034
python="$tools/venv/bin/python"

# The tests of the services, which wait for each other and look at clocks; the others keep all cores busy.
# shellcheck disable=SC2034
service_suites='^(AWSClient|AlertAPI|AlertStores|Application|Commands|DeliveryWorker|EmbeddedBackend)Tests\.'
service_suites+='|^(HackerNewsSimulator|LoopbackHTTP|ParallelMap|PostgreSQL|SQL|Service[A-Za-z]*)Tests\.'
service_suites+='|^(StoryPoller|Twilio|TwilioSimulator)Tests\.'

# The provider that the bindings are made from, and that every root pins.
aws_provider_version="$(sed -n 's|^provider hashicorp/aws ||p' Sources/TerraformAWS/types.txt)"
provider_schema="$tools/schema/aws-$aws_provider_version.json"
# Terraform before 1.11 has no write-only arguments.
# shellcheck disable=SC2034
terraform_minimum=1.11.0

export BIZCOMMS_PROVIDER_SCHEMA="$provider_schema"
export CHECKPOINT_DISABLE=1

# Builds products as `release_flags` says.
build_release() {
  local product
  for product in "$@"; do
    swift build --quiet --product "$product" "${swift_flags[@]}" "${release_flags[@]}"
  done
}
say() { printf '%s\n' "$*" >&2; }
fail() {
  say "error: $*"
  exit 1
}
