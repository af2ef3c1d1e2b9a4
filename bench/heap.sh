#!/usr/bin/env bash
# Carries a million tenants with a JVM of 256 MiB: PostgreSQL → SQLite, verified, and exported.
# usage: bench/heap.sh [TENANTS]
#   BENCH_POSTGRES_URL=postgres://user:password@host:port/database  a server to use instead of a private one
#   TENANTRY_JAR=…  TENANTRY_CONFIG=…  BENCH_HEAP=256m  BENCH_KEEP=1 (keeps the logs)
# Prints what each command says of itself; exit code 0 when nothing was lost.
set -euo pipefail
tenants="${1:-1000000}"
# shellcheck source-path=SCRIPTDIR source=lib/run.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/run.sh"

run() { # COMMAND ARGUMENT…
  java -Xmx"${BENCH_HEAP:-256m}" -XX:+ExitOnOutOfMemoryError -jar "$jar" "$@" >"$work/$1.log" 2>&1 ||
    die "$(tail -n 5 "$work/$1.log")"
}

fill() { # as ACE would have left them: no incarnation, one setting
  psql -q "$database_url" -v ON_ERROR_STOP=1 -v n="$tenants" <<'SQL'
INSERT INTO "AddonSettings" ("clientKey", "key", "val")
SELECT client, name, CASE name
  WHEN 'clientInfo' THEN json_build_object('key', 'dev.tenantry.app', 'clientKey', client, 'sharedSecret', md5(client),
    'productType', 'jira', 'baseUrl', 'https://' || client || '.atlassian.net', 'eventType', 'installed')
  ELSE json_build_object('n', n, 'notify', true) END
FROM generate_series(1, :n) n, format('site-%s', n) client, unnest(ARRAY['clientInfo', 'appSettings']) name;
SQL
}

need node "version 18 or later, https://nodejs.org"
[[ -f $jar ]] || die "$jar is missing: ./mvnw -q -DskipTests package"
cd "$work"
start_postgres
new_database heap
configure first sql "$jdbc_url" "$jdbc_user" "$jdbc_password"
configure last sql "jdbc:sqlite:$work/last.db"
run prepare first.yml
fill
echo "$tenants tenants with a setting each; ${BENCH_HEAP:-256m} of heap"
run copy first.yml last.yml
grep '^pass ' copy.log
run copy --verify first.yml last.yml
sed -n 's/^pass 1/verified/p' copy.log
run export last.yml tenants.ndjson.gz --with-secrets
echo "exported: $(gzip -dc tenants.ndjson.gz | wc -l) lines"
