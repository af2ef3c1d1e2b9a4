# shellcheck shell=bash disable=SC2034,SC2154
# A PostgreSQL server: a private one, unless BENCH_POSTGRES_URL names another. Sourced by run.sh.

as_postgres() { # PostgreSQL refuses to run as root
  if [[ $EUID -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_bin() {
  if command -v initdb >/dev/null; then dirname "$(command -v initdb)"; return; fi
  local newest
  newest="$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)"
  [[ -n $newest ]] || die "PostgreSQL is missing: apt-get install postgresql, or set BENCH_POSTGRES_URL"
  echo "$newest"
}

start_postgres() { # a private one, unless BENCH_POSTGRES_URL names one
  need psql "apt-get install postgresql-client"
  [[ -z $postgres_url ]] || return 0
  local port password bin
  bin="$(postgres_bin)" port="$(free_port)"
  password="$(node -p 'require("crypto").randomBytes(12).toString("hex")')"
  mkdir "$work/postgres"
  echo "$password" >"$work/postgres/password"
  [[ $EUID -ne 0 ]] || chown -R postgres "$work/postgres"
  chmod -R go= "$work/postgres"
  postgres_data="$work/postgres/data"
  as_postgres "$bin/initdb" -D "$postgres_data" -U bench -A scram-sha-256 --pwfile="$work/postgres/password" \
    -E UTF8 --locale=C >"$work/initdb.log" 2>&1 || die "initdb failed: $(tail -n 3 "$work/initdb.log")"
  as_postgres "$bin/pg_ctl" -D "$postgres_data" -w -l "$work/postgres/log" \
    -o "-p $port -h 127.0.0.1 -k $work/postgres" start >"$work/pg_ctl.log" 2>&1 ||
    die "PostgreSQL did not start: $(tail -n 3 "$work/postgres/log")"
  postgres_url="postgres://bench:$password@127.0.0.1:$port/postgres"
}

stop_postgres() {
  local pid
  pid="$(head -n 1 "$postgres_data/postmaster.pid" 2>/dev/null)" || return 0
  kill -INT "$pid" 2>/dev/null || return 0 # SIGINT: a fast shutdown, clients are disconnected
  for _ in {1..100}; do
    [[ -e $postgres_data/postmaster.pid ]] || return 0
    sleep 0.1
  done
}

new_database() { # NAME: an empty database; sets database_url for ACE and jdbc_* for Tenantry
  local name="tenantry_bench_${1}_$$"
  psql -q "$postgres_url" -c "CREATE DATABASE $name"
  databases+=("$name")
  eval "$(node - "$postgres_url" "$name" <<'JS'
const url = new URL(process.argv[2]);
url.pathname = "/" + process.argv[3];
const quote = text => "'" + text.replaceAll("'", "'\\''") + "'";
console.log("database_url=" + quote(url.href));
console.log("jdbc_url=" + quote(`jdbc:postgresql://${url.host}${url.pathname}${url.search}`));
console.log("jdbc_user=" + quote(decodeURIComponent(url.username)));
console.log("jdbc_password=" + quote(decodeURIComponent(url.password)));
JS
  )"
}

drop_databases() {
  local name
  for name in "${databases[@]}"; do
    psql -q "$postgres_url" -c "DROP DATABASE IF EXISTS $name" >/dev/null 2>&1 || true
  done
}
