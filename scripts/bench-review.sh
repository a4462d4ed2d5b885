#!/usr/bin/env bash
# One officer reviews a request that holds the whole corpus: imports it into a fresh archive, serves it over HTTPS, puts all of it
# under review, then opens items cold and decides some. Server and officer share the machine.
# QUIETLY may hold a command that gives the measured part the machine for itself, such as "flock FILE".
# Usage: scripts/bench-review.sh CORPUS.mbox [ITEMS]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. scripts/setup.sh
corpus=$(readlink -f "$1") items=${2:-2000}
use_jdk
./muniment --version >&2
work=$PWD/target/bench-review
rm -rf "$work" && mkdir -p "$work"
export MUNIMENT_PASSPHRASE_FILE="$work/passphrase"
"$JAVA_HOME/bin/javac" -d "$work/classes" scripts/load/*.java
free() { "$JAVA_HOME/bin/java" -Xshare:auto -cp "$work/classes" FreePorts "$1"; }
read -r https http smtp management <<<"$(free 4)"

./muniment import --data "$work/data" --source bench "$corpus" >&2
./muniment serve --data "$work/data" --https "$https" --http "$http" --smtp "$smtp" --management "$management" \
  >"$work/server.out" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
for _ in $(seq 600); do
  secret=$(sed -n 's/.*set-up#\([A-Za-z0-9_-]*\).*/\1/p' "$work/server.out")
  [ -z "$secret" ] || break
  kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/server.out")"
  sleep 0.2
done
${QUIETLY:-} "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -cp "$work/classes" ReviewLoad \
  "https://localhost:$https" "$work/data/tls/https/certificate.pem" "$secret" "$items"
