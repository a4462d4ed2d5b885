#!/usr/bin/env bash
# Durable SMTP accepts of 5 KB messages against Postfix's own: smtp-source sends the same load to each in turn, on the same disk.
# Measured are the archive behind its receiver alone, the whole server that indexes beside it, and the former with 5 ms added
# to every fsync. Needs root. Usage: scripts/bench-smtp.sh [ROUNDS] [MESSAGES]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. scripts/setup.sh
rounds=${1:-3} messages=${2:-20000}
[ "$(id -u)" -eq 0 ] || fail "Postfix is started by root only: run this as root."
use_jdk
use_packages required postfix strace
./muniment --version >&2
mvn -q -B -ntp test-compile </dev/null >&2
work=$PWD/target/bench-smtp ours=12525 theirs=12526
rm -rf "$work" && mkdir -p "$work/postfix/queue"
export MUNIMENT_PASSPHRASE_FILE="$work/passphrase"

await_port() {
  for _ in $(seq 600); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 0.1
  done
  fail "nothing answers on port $1"
}

# run_bare | run_server, after a command such as strace.
run_bare() {
  "$@" "$JAVA_HOME/bin/java" "${java_flags[@]}" \
    -cp "target/classes:target/test-classes:target/app/lib/*" org.muniment.ingest.BareJournal "$work/data" "$work/passphrase" "$ours"
}
run_server() { ./muniment serve --data "$work/data" --smtp "$ours" --http 12580; }

start_muniment() {
  rm -rf "$work/data"
  "$@" >"$work/muniment.out" 2>&1 &
  muniment=$!
  await_port "$ours"
  # The first messages pay for compiling; nobody's tenth minute looks like that.
  rate "$ours" 20 $((2 * messages)) >/dev/null
  rate "$ours" 100 $((2 * messages)) >/dev/null
}

stop_muniment() {
  [ -n "${muniment:-}" ] || return 0
  # The server may be the child of strace, and that of a subshell.
  pkill -P "$(pgrep -P "$muniment" | head -1)" 2>/dev/null || pkill -P "$muniment" || kill "$muniment" 2>/dev/null || true
  wait "$muniment" 2>/dev/null || true
  muniment=
}

start_postfix() {
  cat >"$work/postfix/main.cf" <<EOF
compatibility_level = 3.6
queue_directory = $work/postfix/queue
data_directory = $work/postfix/data
daemon_directory = $(postconf -dh daemon_directory)
maillog_file = $work/postfix/log
maillog_file_prefixes = $work
inet_interfaces = loopback-only
inet_protocols = ipv4
myhostname = mail.city.example
mydestination =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
default_transport = discard:
default_process_limit = 200
EOF
  cat >"$work/postfix/master.cf" <<EOF
127.0.0.1:$theirs inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
pickup unix n - n 60 1 pickup
postlog unix-dgram n - n - 1 postlogd
EOF
  install -d -o postfix "$work/postfix/data"
  postfix -c "$work/postfix" start >/dev/null 2>&1
  await_port "$theirs"
}

finish() {
  stop_muniment
  postfix -c "$work/postfix" stop >/dev/null 2>&1 || true
}
trap finish EXIT

# Messages a second at PORT with SESSIONS sessions that stay connected, COUNT messages.
rate() {
  local started ended
  started=$(date +%s.%N)
  smtp-source -d -s "$2" -m "$3" -l 5120 -f load@city.example -t journal@archive.example "127.0.0.1:$1"
  ended=$(date +%s.%N)
  awk -v n="$3" -v a="$started" -v b="$ended" 'BEGIN { printf "%.0f", n / (b - a) }'
}

start_postfix
printf 'what        sessions  round  muniment/s  postfix/s  ratio\n'
for what in bare server; do
  start_muniment "run_$what"
  for sessions in 10 100; do
    for round in $(seq "$rounds"); do
      a=$(rate "$ours" "$sessions" "$messages")
      b=$(rate "$theirs" "$sessions" "$((messages / 5))")
      awk -v w="$what" -v s="$sessions" -v r="$round" -v a="$a" -v b="$b" \
        'BEGIN { printf "%-10s  %8d  %5d  %10d  %9d  %5.1f\n", w, s, r, a, b, a / b }'
    done
  done
  stop_muniment
done

start_muniment run_bare strace -f --seccomp-bpf -e trace=fsync,fdatasync -e inject=fsync,fdatasync:delay_exit=5000 -o /dev/null
printf 'bare, with 5 ms added to each fsync, 100 sessions: %d/s\n' "$(rate "$ours" 100 "$messages")"
