#!/usr/bin/env bash
# 200 people search for a minute: imports the corpus into a fresh archive, serves it over HTTPS, signs everybody in with password
# and code (ahead, two at once: hashing is slow on purpose), then measures. Server and people share the machine.
# QUIETLY may hold a command that gives the measured part the machine for itself, such as "flock FILE".
# Usage: scripts/bench-people.sh CORPUS.mbox [PEOPLE] [SECONDS]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. scripts/setup.sh
corpus=$(readlink -f "$1") people=${2:-200} seconds=${3:-60}
use_jdk
./muniment --version >&2
work=$PWD/target/bench-people https=18443
rm -rf "$work" && mkdir -p "$work"
export MUNIMENT_PASSPHRASE_FILE="$work/passphrase"
# A small program: what it needs of the processor is not to be mistaken for the server's.
client() { "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC "$@"; }
"$JAVA_HOME/bin/javac" -d "$work/classes" scripts/load/*.java

./muniment import --data "$work/data" --source bench "$corpus" >&2
./muniment serve --data "$work/data" --https "$https" --http 18080 --smtp 18025 --management 18081 >"$work/server.out" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
for _ in $(seq 600); do
  secret=$(sed -n 's/.*set-up#\([A-Za-z0-9_-]*\).*/\1/p' "$work/server.out")
  [ -z "$secret" ] || break
  kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/server.out")"
  sleep 0.2
done
cpu() { awk -v hz="$(getconf CLK_TCK)" '{print ($14 + $15) / hz}' "/proc/$server/stat"; }
at=("https://localhost:$https" "$work/data/tls/https/certificate.pem" "$work/sessions")
client -cp "$work/classes" SearchLoad prepare "${at[@]}" "$secret" "$people"
before=$(cpu)
${QUIETLY:-} "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -cp "$work/classes" SearchLoad run "${at[@]}" "$seconds"
awk -v a="$before" -v b="$(cpu)" 'BEGIN { printf "processor seconds of the server in all this: %.1f\n", b - a }'
