#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A PostgreSQL 15 cluster of one's own, for tests and developers: postgres.sh start|stop|remove|status|location FOLDER
#
# It listens on a socket in FOLDER only (keep that path short: sockets allow 100 letters), has one database `haidang`, and runs
# as the user postgres when started by root. `start` prints the location for HAIDANG_DATABASE; `remove` also deletes FOLDER.
set -euo pipefail

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

(($# == 2)) || fail "postgres.sh start|stop|remove|status|location FOLDER"
command=$1 folder=$2
data=$folder/data
programs=$(ls -d /usr/lib/postgresql/15/bin 2>/dev/null || dirname "$(command -v pg_ctl || echo missing/pg_ctl)")

as_owner() {
  if ((EUID == 0)); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

is_running() { [[ -f $data/postmaster.pid ]] && as_owner "$programs/pg_ctl" status -D "$data" >/dev/null 2>&1; }
print_location() { printf 'postgresql:///haidang?host=%s&user=postgres\n' "$folder"; }

create() {
  [[ -x $programs/initdb ]] || fail "Thiếu PostgreSQL: cài gói postgresql-15. · PostgreSQL is missing: install the package postgresql-15."
  mkdir -p "$folder"
  ((EUID != 0)) || chown postgres "$folder"
  as_owner "$programs/initdb" -D "$data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >"$folder/initdb.log" ||
    fail "$(cat "$folder/initdb.log")"
  cat >>"$data/postgresql.conf" <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
shared_buffers = 64MB
max_wal_size = 256MB
SETTINGS
}

start() {
  [[ -f $data/postgresql.conf ]] || create
  is_running && return
  as_owner "$programs/pg_ctl" start -w -D "$data" -l "$data/log" -s >/dev/null || fail "$(tail -n 20 "$data/log")"
  as_owner "$programs/psql" -q -h "$folder" -U postgres -d postgres -Atc \
    "SELECT 1 FROM pg_database WHERE datname = 'haidang'" | grep -q 1 ||
    as_owner "$programs/createdb" -h "$folder" -U postgres haidang
}

stop() { ! is_running || as_owner "$programs/pg_ctl" stop -w -D "$data" -m "${STOP_MODE:-fast}" -s; }

case $command in
  start) start && print_location ;;
  stop) stop ;;
  remove) stop && rm -rf "$folder" ;;
  status) is_running && print_location ;;
  location) print_location ;;
  *) fail "postgres.sh $command?" ;;
esac
