#!/usr/bin/env bash
# Makes the pictures of the settings page in docs/screenshots. Needs chromium and chromedriver on the path.
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -B -ntp -q verify -pl app -am -Dtest=ScreenshotsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtenantry.screenshots="$PWD/docs/screenshots"
