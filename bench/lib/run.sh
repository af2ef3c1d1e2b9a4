# shellcheck shell=bash disable=SC2034 source-path=SCRIPTDIR
# Shared by the scripts beside this folder, which source it after `set -euo pipefail`. What they start listens on 127.0.0.1
# and free ports, keeps its files in one temporary folder, and is stopped by pid at the end.

bench="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
root="$(dirname "$bench")"
jar="${TENANTRY_JAR:-$root/app/target/tenantry.jar}"
config="${TENANTRY_CONFIG:-$root/config.yml}"

source "$bench/lib/postgres.sh"
source "$bench/lib/servers.sh"

work="$(mktemp -d)"
chmod 711 "$work" # the account that runs PostgreSQL must get to its folder
ace_pid="" tenantry_pid="" keys_pid="" postgres_data="" postgres_url="${BENCH_POSTGRES_URL:-}"
database_url="" jdbc_url="" jdbc_user="" jdbc_password=""
databases=()

die() {
  echo "$*" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null || die "$1 is missing: $2"
}

configure() { # NAME TYPE URL [USER PASSWORD]: a configuration that holds its own storage
  sed -e "s|\${TENANTRY_STORAGE_TYPE:-sql}|$2|" -e "s|\${TENANTRY_STORAGE_URL:-[^}]*}|$3|" \
    -e "s|\${TENANTRY_STORAGE_USER:-}|${4:-}|" -e "s|\${TENANTRY_STORAGE_PASSWORD:-}|${5:-}|" \
    -e 's|^  readOnly:.*|&\n  timeout: 20s|' "$config" >"$work/$1.yml"
}

stop() { # PID: asks, waits ten seconds, then insists
  [[ -n $1 ]] || return 0
  kill "$1" 2>/dev/null || return 0
  for _ in {1..100}; do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -9 "$1" 2>/dev/null || true
}

cleanup() {
  trap - EXIT INT TERM
  stop "$ace_pid"
  stop "$tenantry_pid"
  stop "$keys_pid"
  drop_databases
  [[ -z $postgres_data ]] || stop_postgres
  if [[ -n ${BENCH_KEEP:-} ]]; then
    echo "logs are kept in $work"
  else
    rm -rf "$work"
  fi
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

free_port() {
  node -e 'const server = require("net").createServer();
    server.listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })'
}

await() { # URL PID LOG: until the server answers, at most 60 s, or until it is gone
  for _ in {1..300}; do
    curl -fs -o "$work/answer" "$1" && return
    kill -0 "$2" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 20 "$3" >&2
  return 1
}
