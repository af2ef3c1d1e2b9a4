#!/usr/bin/env bash
# Compares authenticated GET and PUT of one setting: ACE 11.5.3 and Tenantry on one PostgreSQL server, a database each.
# usage: bench/compare.sh
#   BENCH_PAIRS=5  BENCH_SECONDS=10  BENCH_WARMUP=20 (seconds, each server and method)  BENCH_CONNECTIONS=32
#   BENCH_TENANTS=1000  BENCH_POOL=16 (connections of each server to PostgreSQL; Tenantry is told so by
#   BENCH_POOL_OPTS="-Ddw.storage.pool.maxSize=$BENCH_POOL")
#   BENCH_POSTGRES_URL=postgres://user:password@host:port/database  a server to use instead of a private one
#   TENANTRY_JAR=…  TENANTRY_CONFIG=…  BENCH_JAVA_OPTS=…  BENCH_KEEP=1 (keeps the logs)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/run.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/run.sh"

pairs="${BENCH_PAIRS:-5}" seconds="${BENCH_SECONDS:-10}" warmup="${BENCH_WARMUP:-20}"
connections="${BENCH_CONNECTIONS:-32}" tenants="${BENCH_TENANTS:-1000}" pool="${BENCH_POOL:-16}"

load() { # SERVER METHOD SECONDS: prints "requests/s p50 p99 errors"
  local url="${1}_url"
  wrk -t1 -c"$connections" -d"${3}s" --timeout 10s -s "$bench/load.lua" "${!url}" -- "$work/$1/$2.tsv" "$2" \
    >"$work/wrk.log"
  sed -n 's/^RESULT //p' "$work/wrk.log"
}

run() { # SERVER METHOD NUMBER: one measured run
  local rate p50 p99 errors
  read -r rate p50 p99 errors < <(load "$1" "$2" "$seconds") || true
  [[ -n ${errors:-} ]] || die "wrk gave no result: $(tail -n 5 "$work/wrk.log")"
  printf '%-4s %3d  %-9s %8d/s   p50 %7.2f ms   p99 %8.2f ms   errors %d\n' \
    "$2" "$3" "$1" "$rate" "$p50" "$p99" "$errors"
  echo "$rate" >>"$work/$1/$2.rates"
  [[ $errors -eq 0 ]] || broken=1
}

median() {
  sort -n "$1" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

compare() { # METHOD
  local number ace tenantry
  echo "warming up $1, $warmup s each"
  load ace "$1" "$warmup" >/dev/null || die "wrk failed: $(tail -n 5 "$work/wrk.log")"
  load tenantry "$1" "$warmup" >/dev/null || die "wrk failed: $(tail -n 5 "$work/wrk.log")"
  for ((number = 1; number <= pairs; number++)); do
    run ace "$1" "$number"
    run tenantry "$1" "$number"
  done
  ace="$(median "$work/ace/$1.rates")" tenantry="$(median "$work/tenantry/$1.rates")"
  summary+="$(awk -v m="$1" -v a="$ace" -v t="$tenantry" \
    'BEGIN { printf "%-4s medians: ACE %d/s, Tenantry %d/s, ratio %.2f", m, a, t, t / a }')"$'\n'
}

backends() { # DATABASE: how many connections its server holds to it
  psql -Atq "$postgres_url" -c "SELECT count(*) FROM pg_stat_activity WHERE datname = '$1'"
}

need wrk "apt-get install wrk, or https://github.com/wg/wrk"
prepare_servers
start_keys
start_postgres
mkdir -m 700 "$work/ace" "$work/tenantry"
# Both pools have the same bound; the summary shows how many connections each server really opened.
export BENCH_JAVA_OPTS="${BENCH_JAVA_OPTS:-} ${BENCH_POOL_OPTS:--Ddw.storage.pool.maxSize=$pool}"

echo "preparing $tenants tenants on each server"
new_database ace
start_ace || die "ACE did not start"
on_ace prepare.mjs "$tenants" "$work/ace"
new_database tenantry
tenantry_prepare || die "Tenantry could not prepare its database"
start_tenantry || die "Tenantry did not start"
on_tenantry prepare.mjs "$tenants" "$work/tenantry"
psql -q "$postgres_url" -c CHECKPOINT

broken="" summary=""
compare GET
compare PUT
echo
printf '%s' "$summary"
echo "connections to PostgreSQL: ACE $(backends "${databases[0]}"), Tenantry $(backends "${databases[1]}"); bound $pool"
echo "$(java -version 2>&1 | head -n 1); node $(node -v); PostgreSQL" \
  "$(psql -Atq "$postgres_url" -c 'SHOW server_version')"
echo "$(nproc) cores; $tenants tenants; $connections client connections"
[[ -z $broken ]] || die "there were errors: these figures say nothing"
