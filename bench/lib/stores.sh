# shellcheck shell=bash disable=SC2034,SC2154
# Servers in which ACE can keep its data besides PostgreSQL. Sourced by import-ace.sh after run.sh.

store_pid=""

await_port() { # PORT: until somebody listens, at most 20 s
  for _ in {1..100}; do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    kill -0 "$store_pid" 2>/dev/null || break
    sleep 0.2
  done
  die "nobody listens on port $1: $(tail -n 5 "$work/store.log")"
}

start_redis() { # sets database_url
  need redis-server "apt-get install redis-server"
  local port
  port="$(free_port)"
  mkdir "$work/redis"
  redis-server --port "$port" --bind 127.0.0.1 --dir "$work/redis" --save "" >"$work/store.log" 2>&1 &
  store_pid=$!
  await_port "$port"
  database_url="redis://127.0.0.1:$port"
}

find_ferretdb() {
  type -P "${TENANTRY_TEST_FERRETDB:-ferretdb}" || type -P "$HOME/go/bin/ferretdb"
}

start_mongodb() { # a mongod, or a FerretDB, which speaks its protocol; sets database_url
  local port
  port="$(free_port)"
  mkdir "$work/mongodb"
  if command -v mongod >/dev/null; then
    mongod --port "$port" --bind_ip 127.0.0.1 --dbpath "$work/mongodb" >"$work/store.log" 2>&1 &
  else
    local program
    program="$(find_ferretdb)" || die "neither mongod nor ferretdb is there"
    "$program" --handler=sqlite --sqlite-url="file:$work/mongodb/" --state-dir="$work/mongodb" \
      --listen-addr="127.0.0.1:$port" --debug-addr=- --telemetry=disable >"$work/store.log" 2>&1 &
  fi
  store_pid=$!
  await_port "$port"
  database_url="mongodb://127.0.0.1:$port/ace"
}
