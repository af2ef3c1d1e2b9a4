#!/usr/bin/env bash
# Shows that Tenantry takes over what the real ACE stored, from each of ACE's databases into SQLite.
# usage: bench/import-ace.sh mongodb|redis|sqlite [TENANTS]
#   TENANTRY_JAR=…  TENANTRY_CONFIG=…  BENCH_JAVA_OPTS=…  BENCH_KEEP=1 (keeps the logs)
# Afterwards every tenant asks Tenantry for its settings, signed with the secret that ACE stored.
set -euo pipefail
kind="${1:-}" tenants="${2:-1000}"
[[ $kind =~ ^(mongodb|redis|sqlite)$ ]] || { echo "usage: $0 mongodb|redis|sqlite [TENANTS]" >&2; exit 2; }
# shellcheck source-path=SCRIPTDIR source=lib/run.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/run.sh"
# shellcheck source-path=SCRIPTDIR source=lib/stores.sh
source "$bench/lib/stores.sh"

trap 'stop "$store_pid"; cleanup' EXIT

source_url() {
  if [[ $kind == sqlite ]]; then echo "jdbc:sqlite:$database_url"; else echo "$database_url"; fi
}

import() { # ARGUMENT…
  (tenantry import-ace --from "$(source_url)" "$@") >"$work/import.log" 2>&1 || { tail -n 20 "$work/import.log" >&2; return 1; }
  grep -v ' INFO \|tenants so far' "$work/import.log" | tail -n 3
}

expect() { # TEXT: what the last import said
  grep -qF "$1" "$work/import.log" || die "the import did not say: $1"
}

prepare_servers
start_keys
case $kind in
  redis) start_redis ;;
  mongodb) start_mongodb ;;
  sqlite) database_url="$work/ace.db" ;;
esac
jdbc_url="jdbc:sqlite:$work/tenantry.db"
settings=$((tenants * 5)) links=$(((tenants + 1) / 2))

start_ace
# On SQLite ACE fails when several callers write at once.
CALLERS="$([[ $kind == sqlite ]] && echo 1 || echo 8)" on_ace fill.mjs fill "$tenants" "$work/tenants.json"
stop_ace
echo "ACE stored $tenants tenants in $kind"

import --dry-run
started="$(date +%s.%N)"
import
seconds="$(node -p "($(date +%s.%N) - $started).toFixed(1)")"
expect "written: $tenants tenants, $settings settings, $links links"
expect "$tenants cached access tokens left out"
echo "imported in $seconds s, the start of the JVM included"

import
expect "unchanged: $tenants tenants, $settings settings, $links links"

start_tenantry
on_tenantry fill.mjs check "$work/tenants.json"
stop_tenantry
echo "every tenant has every value"
