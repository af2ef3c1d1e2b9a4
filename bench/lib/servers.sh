# shellcheck shell=bash disable=SC2034,SC2154
# The host's install-keys server, ACE and Tenantry. Sourced by run.sh.

start_keys() {
  export KEYS_DIR="$work/keys"
  mkdir -m 700 "$KEYS_DIR"
  node "$bench/host/keys.mjs" "$KEYS_DIR" >"$work/keys.log" 2>&1 &
  keys_pid=$!
  for _ in {1..100}; do
    [[ -s $KEYS_DIR/port ]] && break
    sleep 0.1
  done
  keys_url="http://127.0.0.1:$(cat "$KEYS_DIR/port")"
}

prepare_servers() { # checks what both need, picks their ports
  need node "version 18 or later, https://nodejs.org"
  need curl "apt-get install curl"
  need java "a JDK or JRE, 17 or later"
  [[ -f $jar ]] || die "$jar is missing: ./mvnw -q -DskipTests package"
  install_ace
  ace_url="http://127.0.0.1:$(free_port)" tenantry_url="http://127.0.0.1:$(free_port)"
  tenantry_admin_port="$(free_port)"
}

install_ace() {
  [[ $bench/ace/node_modules/.package-lock.json -nt $bench/ace/package.json ]] ||
    (cd "$bench/ace" && npm install --no-package-lock --no-audit --no-fund --loglevel=error) >"$work/npm.log" 2>&1 ||
    die "npm install failed: $(tail -n 5 "$work/npm.log")"
  # npm may be configured to skip install scripts, and the SQLite driver needs its own.
  (cd "$bench/ace" && node -e 'require("sqlite3")') 2>/dev/null ||
    (cd "$bench/ace" && npm rebuild sqlite3) >>"$work/npm.log" 2>&1 ||
    die "npm rebuild sqlite3 failed: $(tail -n 5 "$work/npm.log")"
}

start_ace() {
  NODE_ENV=production ACE_PORT="${ace_url##*:}" ACE_BASE_URL="$ace_url" ACE_DATABASE="$database_url" \
    ACE_POOL="${pool:-5}" CONNECT_KEYS_CDN_URL="$keys_url" node "$bench/ace/app.js" >>"$work/ace.log" 2>&1 &
  ace_pid=$!
  await "$ace_url/atlassian-connect.json" "$ace_pid" "$work/ace.log"
}

stop_ace() {
  stop "$ace_pid"
  ace_pid=""
}

tenantry() { # COMMAND [OPTION…]: becomes Tenantry, configured by the environment alone
  cd "$work" || return
  export TENANTRY_APP_KEY=dev.tenantry.app TENANTRY_PRODUCT=jira TENANTRY_BASE_URL="$tenantry_url"
  export TENANTRY_BIND_HOST=127.0.0.1 TENANTRY_PORT="${tenantry_url##*:}" TENANTRY_ADMIN_PORT="$tenantry_admin_port"
  export TENANTRY_INSTALL_KEYS_URL="$keys_url" TENANTRY_STORAGE_TYPE=sql TENANTRY_STORAGE_URL="$jdbc_url"
  export TENANTRY_STORAGE_USER="$jdbc_user" TENANTRY_STORAGE_PASSWORD="$jdbc_password"
  # shellcheck disable=SC2086 # options are words
  exec java ${BENCH_JAVA_OPTS:-} -jar "$jar" "$@" "$config"
}

tenantry_prepare() {
  (tenantry prepare) >"$work/prepare.log" 2>&1 || { tail -n 5 "$work/prepare.log" >&2; return 1; }
}

start_tenantry() {
  tenantry server >>"$work/tenantry.log" 2>&1 &
  tenantry_pid=$!
  await "$tenantry_url/atlassian-connect.json" "$tenantry_pid" "$work/tenantry.log"
}

stop_tenantry() {
  stop "$tenantry_pid"
  tenantry_pid=""
}

on_ace() { # SCRIPT ARGUMENT…
  APP_URL="$ace_url" SETTINGS_PATH=/settings node "$bench/host/$1" "${@:2}"
}

on_tenantry() { # SCRIPT ARGUMENT…
  APP_URL="$tenantry_url" SETTINGS_PATH=/api/settings node "$bench/host/$1" "${@:2}"
}
