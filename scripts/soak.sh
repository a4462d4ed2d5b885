#!/usr/bin/env bash
# A soak: 300 messages a second over SMTP into an archive with a mirror and a heap of 512 MiB, on disks of its own (image files),
# while it is killed, its power is cut, its disks are full, and one of them is lost. Ends with the full check of both copies, a
# comparison of each with what every peer was told, and one proof. Needs root for the mounts. Usage: scripts/soak.sh [MINUTES [MESSAGES_A_SECOND]]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. scripts/setup.sh
minutes=${1:-30} rate=${2:-300}
case "$minutes$rate" in *[!0-9]*) say "usage: scripts/soak.sh [MINUTES [MESSAGES_A_SECOND]]"; exit 2 ;; esac
[ "$(id -u)" -eq 0 ] || fail "Disks are mounted by root only: run this as root."
use_jdk
use_packages required e2fsprogs xfsprogs openssl xxd
# Not under target/, which a build beside this one may empty.
work=$(mktemp -d "${TMPDIR:-/tmp}/muniment-soak.XXXXXX")
# Whatever happened: no process of this soak, no mount and no loop device stays. A mount is unmounted before what it lies on.
clean_up() {
  trap '' INT TERM
  local process
  [ -z "${soaking:-}" ] || kill "$soaking" 2>/dev/null || true
  for process in /proc/[0-9]*; do # those that name this one folder
    [ "${process#/proc/}" = $$ ] || ! grep -qsF "$work/" "$process/cmdline" || kill -9 "${process#/proc/}" 2>/dev/null || true
  done
  [ -z "${soaking:-}" ] || wait "$soaking" 2>/dev/null || true
  { findmnt -rno TARGET | grep -F "$work/" || true; } | sort -r | while read -r mounted; do
    umount "$mounted" 2>/dev/null || umount --lazy "$mounted" || true
  done
  chattr -R -i "$work" 2>/dev/null || true # a mount point is guarded while nothing is mounted there
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
rm -f target/soak.txt

say "$minutes minutes at $rate messages/s; then the check of all of them"
mvn -B -ntp -q -Pfast test -Dtest=SoakTest -Dtest.groups.excluded=none \
  -Dsoak.minutes="$minutes" -Dsoak.rate="$rate" -Dsoak.folder="$work" </dev/null >&2 &
soaking=$!
wait "$soaking" || fail "the soak failed; see target/surefire-reports"
[ -f target/soak.txt ] || fail "nothing was soaked: no disk can be mounted here"
cat target/soak.txt
