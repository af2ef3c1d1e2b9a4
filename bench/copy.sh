#!/usr/bin/env bash
# Carries tenants SQLite → PostgreSQL → MongoDB → Redis → SQLite, kills one copy on the way and resumes it, verifies each,
# and compares the first and the last byte for byte. usage: bench/copy.sh [TENANTS]
#   BENCH_POSTGRES_URL=postgres://user:password@host:port/database  a server to use instead of a private one
#   BENCH_MONGO_URL=mongodb://host:port                             a server to use instead of mongo-java-server
#   TENANTRY_JAR=…  TENANTRY_CONFIG=…  BENCH_JAVA_OPTS=…  BENCH_KEEP=1 (keeps the logs)
# Prints what each copy says of itself; exit code 0 when nothing was lost.
set -euo pipefail
tenants="${1:-10000}"
# shellcheck source-path=SCRIPTDIR source=lib/run.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/run.sh"

mongo_pid="" redis_pid="" mongo_url="${BENCH_MONGO_URL:-}"
stop_all() {
  stop "$mongo_pid"
  stop "$redis_pid"
  cleanup
}
trap stop_all EXIT

start_mongo() {
  [[ -z $mongo_url ]] || return 0
  "$root/mvnw" -q -B -ntp -f "$bench/mongo/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/mongo.classpath" >"$work/mongo.maven.log" 2>&1 || die "$(tail -n 3 "$work/mongo.maven.log")"
  java -cp "$(cat "$work/mongo.classpath")" "$bench/mongo/Server.java" >"$work/mongo.url" 2>"$work/mongo.log" &
  mongo_pid=$!
  for _ in {1..300}; do
    [[ -s $work/mongo.url ]] && break
    sleep 0.1
  done
  mongo_url="$(cat "$work/mongo.url")"
}

start_redis() {
  need redis-server "apt-get install redis-server"
  redis_port="$(free_port)"
  mkdir "$work/redis"
  redis-server --port "$redis_port" --bind 127.0.0.1 --dir "$work/redis" --save '' --appendonly yes \
    --appendfsync always >"$work/redis.log" 2>&1 &
  redis_pid=$!
  for _ in {1..100}; do
    redis-cli -p "$redis_port" ping >/dev/null 2>&1 && return
    sleep 0.1
  done
  die "redis-server did not start: $(tail -n 3 "$work/redis.log")"
}

run() { # COMMAND ARGUMENT…
  # shellcheck disable=SC2086 # options are words
  java ${BENCH_JAVA_OPTS:-} -jar "$jar" "$@"
}

leg() { # FROM TO
  echo "$1 → $2"
  run copy "$work/$1.yml" "$work/$2.yml" >"$work/leg.log" 2>&1 || die "$(tail -n 5 "$work/leg.log")"
  grep '^pass ' "$work/leg.log" | sed 's/^/  /'
  run copy --verify "$work/$1.yml" "$work/$2.yml" >"$work/verify.log" 2>&1 || die "$(tail -n 5 "$work/verify.log")"
  grep '^pass ' "$work/verify.log" | sed 's/^pass 1/  verified/'
}

kill_halfway() { # FROM: a copy to Redis, as soon as Redis has a third of it
  # shellcheck disable=SC2086 # options are words
  java ${BENCH_JAVA_OPTS:-} -jar "$jar" copy "$work/$1.yml" "$work/redis.yml" >"$work/killed.log" 2>&1 &
  local pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    (($(redis-cli -p "$redis_port" dbsize) < tenants)) || break # three keys and more for each tenant
    sleep 0.1
  done
  kill -9 "$pid" || die "the copy ended before it could be killed"
  wait "$pid" 2>/dev/null || true
  echo "$1 → redis, killed with $(redis-cli -p "$redis_port" dbsize) keys written"
}

need node "version 18 or later, https://nodejs.org"
[[ -f $jar ]] || die "$jar is missing: ./mvnw -q -DskipTests package"
cd "$work"
start_postgres
new_database copy
start_mongo
start_redis
configure first sql "jdbc:sqlite:$work/first.db"
configure postgres sql "$jdbc_url" "$jdbc_user" "$jdbc_password"
configure mongo mongo "$mongo_url/tenantry_bench_$$"
configure redis redis "redis://127.0.0.1:$redis_port"
configure last sql "jdbc:sqlite:$work/last.db"
run prepare postgres.yml >prepare.log 2>&1 || die "$(tail -n 3 prepare.log)"
run prepare mongo.yml >prepare.log 2>&1 || die "$(tail -n 3 prepare.log)"

echo "$tenants tenants with two settings and a link each"
node "$bench/host/tenants.mjs" "$tenants" | run import first.yml - >import.log 2>&1 || die "$(tail -n 3 import.log)"
echo "  imported: $(grep '^written' import.log)"
leg first postgres
leg postgres mongo
kill_halfway mongo
leg mongo redis
leg redis last
run export first.yml first.ndjson --with-secrets >export.log 2>&1 || die "$(tail -n 3 export.log)"
run export last.yml last.ndjson --with-secrets >export.log 2>&1 || die "$(tail -n 3 export.log)"
cmp first.ndjson last.ndjson || die "the exports of the first and the last storage differ"
echo "the exports of the first and the last storage are the same $(wc -c <last.ndjson) bytes"
