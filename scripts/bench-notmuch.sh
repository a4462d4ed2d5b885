#!/usr/bin/env bash
# The whole path (durable, hashed, encrypted, indexed; start of the virtual machine included) against `notmuch new` on the same
# mail, in turn, on the same disk. Usage: scripts/bench-notmuch.sh CORPUS.mbox [COPIES] [ROUNDS]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. scripts/setup.sh
corpus=$(readlink -f "$1") copies=${2:-1} rounds=${3:-3}
use_jdk
use_packages required notmuch
./muniment --version >&2
work=target/bench-notmuch
rm -rf "$work" && mkdir -p "$work"
"$JAVA_HOME/bin/java" scripts/VaryCorpus.java "$corpus" "$copies" 20261123 "$work/corpus.mbox" "$work/maildir/corpus"
messages=$(find "$work/maildir" -type f | wc -l)
export MUNIMENT_PASSPHRASE_FILE="$PWD/$work/passphrase" NOTMUCH_CONFIG="$PWD/$work/notmuch-config"
printf '[database]\npath=%s\n[new]\ntags=unread\n[search]\nexclude_tags=\n' "$PWD/$work/maildir" >"$NOTMUCH_CONFIG"

# Prints "wall cpu" of a command, in seconds.
timed() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >"$work/out" 2>&1; } 2>&1 | awk '{print $1, $2 + $3}'
}

printf 'round  muniment s  cpu s   notmuch s  cpu s   rate ratio  cpu ratio   (%s messages)\n' "$messages"
for round in $(seq "$rounds"); do
  rm -rf "$work/data" "$work/passphrase" "$work/maildir/.notmuch"
  sync
  read -r ours ourcpu <<<"$(timed ./muniment import --data "$work/data" "$work/corpus.mbox")"
  sync
  read -r theirs theircpu <<<"$(timed notmuch new --quiet)"
  awk -v r="$round" -v a="$ours" -v b="$ourcpu" -v c="$theirs" -v d="$theircpu" \
    'BEGIN { printf "%5d  %10.2f  %5.1f  %9.2f  %5.1f  %10.2f  %9.2f\n", r, a, b, c, d, c / a, b / d }'
done
