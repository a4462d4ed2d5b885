#!/usr/bin/env bash
# Checks this bundle: every byte of it, and that each message in it is the one its archive's log was signed with.
#
#   ./verify.sh [FINGERPRINT]     exit 0: all of it is proved, 1: it is not, 2: it could not be checked here
#
# FINGERPRINT is that of the archive's key, known from elsewhere (a notice of the city, an earlier bundle). Without it
# the bundle only proves that it is at one with itself: compare the fingerprint printed at the end yourself.
# Needs bash 4.4, coreutils, xxd, openssl 3.0; writes one temporary file. verify.py checks the same independently.

set -euo pipefail
shopt -s globstar dotglob nullglob
export LC_ALL=C
CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

refuse() { local why="$*"; echo "REFUSED: ${why//[^[:print:]]/?}"; exit 1; }
unable() { echo "NOT CHECKED: $*"; exit 2; }
unhex() { xxd -r -p; }
hex() { xxd -p | tr -d '\n'; }
sha256() { sha256sum | cut -c1-64; }
hash_of() { sha256 < "$1"; }

# base64 TEXT BYTES: prints TEXT in hexadecimal if it is the one base64 spelling of so many bytes.
base64_hex() {
    local bytes; bytes=$(printf '%s' "$1" | base64 -d 2>/dev/null | hex) || return 1
    [[ ${#bytes} == $((2 * $2)) && $(printf '%s' "$bytes" | unhex | base64 -w0) == "$1" ]] && echo "$bytes"
}

# signed_by_log FILE SIGNATURE_HEX
signed_by_log() {
    openssl pkeyutl -verify -pubin -inkey keys/log.pem -rawin -in "$1" \
        -sigfile <(printf '%s' "$2" | unhex) > /dev/null 2>&1
}

for tool in xxd openssl sha256sum base64; do
    command -v "$tool" > /dev/null || unable "this machine has no $tool; try: python3 verify.py"
done
[[ $(openssl pkeyutl -help 2>&1) == *-rawin* ]] || unable "openssl is older than 3.0; try: python3 verify.py"

# 1. The key.
key=$(openssl pkey -pubin -in keys/log.pem -outform DER 2>/dev/null | hex) || refuse "keys/log.pem is not a key"
[[ $key =~ ^302a300506032b6570032100([0-9a-f]{64})$ ]] || refuse "keys/log.pem is not an Ed25519 key"
key=${BASH_REMATCH[1]}
pem=$(printf '302a300506032b6570032100%s' "$key" | unhex | base64 -w0)
[[ $(sha256 < keys/log.pem) == $(printf -- '-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n' "$pem" | sha256) ]] ||
    refuse "keys/log.pem is not in canonical form"
fingerprint=$(printf '%s' "$key" | unhex | sha256)
[[ $# == 0 || ${1,,} == "$fingerprint" ]] || refuse "the key's fingerprint is $fingerprint, not ${1,,}"

# 2. The manifest is signed, and names every file here with the hash it has.
signed_by_log MANIFEST.sha256 "$(hex < MANIFEST.sha256.sig)" || refuse "MANIFEST.sha256 is not signed by keys/log.pem"
names='^[0-9a-f]{64}  (checkpoint|certificate\.txt|completeness\.txt|custody\.csv|verify\.(sh|py)|keys/log\.(pem|vkey)'
names+='|items/(0|[1-9][0-9]{0,17})/(raw\.eml|salt\.bin|entry\.txt|envelope\.json|record\.tlog-proof))$'
listed=
while IFS= read -r line; do # a last line without its newline is not read, and then missed below
    [[ $line =~ $names ]] || refuse "MANIFEST.sha256 has a line that may not be there: $line"
    listed+=${line:66}$'\n'
done < MANIFEST.sha256
found=$(for path in **; do
    if [[ -L $path ]]; then echo "$path (a link)"; elif [[ ! -d $path ]]; then echo "$path"; fi
done | sort)
expected=$(printf '%sMANIFEST.sha256\nMANIFEST.sha256.sig\n' "$listed" | sort)
[[ $found == "$expected" ]] ||
    refuse "missing, or not named by the manifest:" $(comm -3 <(echo "$found") <(echo "$expected"))
failed=$(sha256sum --check --strict --quiet MANIFEST.sha256 2>/dev/null) || refuse "changed since it was signed: $failed"

for path in checkpoint certificate.txt completeness.txt custody.csv verify.{sh,py} keys/log.{pem,vkey} \
    $(for item in items/*; do echo "$item"/{raw.eml,salt.bin,entry.txt,envelope.json,record.tlog-proof}; done); do
    [[ -f $path ]] || refuse "$path is missing"
done

# 3. The checkpoint: the one spelling of origin, size and root, signed under the origin's name by the same key.
mapfile -t line < checkpoint
origin=${line[0]-} size=${line[1]-} root64=${line[2]-} signature64=${line[4]-}
signature64=${signature64##* }
printf '%s\n%s\n%s\n\n— %s %s\n' "$origin" "$size" "$root64" "$origin" "$signature64" | sha256 |
    { read -r canonical; [[ $canonical == "$(hash_of checkpoint)" ]]; } || refuse "the checkpoint is not in canonical form"
[[ $origin =~ ^[[:graph:]]+$ && $origin != *+* ]] || refuse "the checkpoint's origin is not a name: $origin"
[[ $size =~ ^[1-9][0-9]{0,17}$ ]] || refuse "the checkpoint's size is not a canonical number: $size"
root=$(base64_hex "$root64" 32) || refuse "the checkpoint's root is not a canonical hash: $root64"
signature=$(base64_hex "$signature64" 68) || refuse "the checkpoint's signature is not canonical"
key_id=$({ printf '%s\n\1' "$origin"; printf '%s' "$key" | unhex; } | sha256 | cut -c1-8)
[[ ${signature:0:8} == "$key_id" ]] || refuse "the checkpoint is signed with key id ${signature:0:8}, not $key_id"
[[ $(cat keys/log.vkey) == "$origin+$key_id+$(printf '01%s' "$key" | unhex | base64 -w0)" ]] ||
    refuse "keys/log.vkey is not the key of keys/log.pem for $origin"
signed=$(mktemp)
trap 'rm -f "$signed"' EXIT
printf '%s\n%s\n%s\n' "$origin" "$size" "$root64" > "$signed"
signed_by_log "$signed" "${signature:8}" || refuse "the checkpoint is not signed by keys/log.pem"

# 4. Each item: its bytes are those of its entry, and its entry is in the log (RFC 6962, RFC 9162 section 2.1.3.2).
salted() { cat salt.bin "$1" | sha256; }

root_from() { # ENTRY INDEX PATH...: prints the root that this path leads to
    local hash index=$2 last=$((size - 1)) sibling
    hash=$({ printf '\0'; cat "$1"; } | sha256)
    shift 2
    for sibling in "$@"; do
        ((last > 0)) || return 1
        if ((index % 2 == 1 || index == last)); then
            hash=$(printf '01%s%s' "$sibling" "$hash" | unhex | sha256)
            while ((index % 2 == 0 && index > 0)); do index=$((index / 2)) last=$((last / 2)); done
        else
            hash=$(printf '01%s%s' "$hash" "$sibling" | unhex | sha256)
        fi
        index=$((index / 2)) last=$((last / 2))
    done
    ((last == 0)) && echo "$hash"
}

check_item() { # NUMBER, in its folder
    local number=$1 line path=() hash taken content envelope
    mapfile -t line < entry.txt
    taken=${line[2]#time } content=${line[5]#content sha256-salted } envelope=${line[6]#envelope sha256-salted }
    [[ $taken =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$ && ${line[3]} =~ ^source\ [a-z0-9.-]+$ ]] ||
        refuse "accession $number: entry.txt is not in canonical form"
    printf '%s/entry/v1\ncapture %s\ntime %s\n%s\nsize %s\ncontent sha256-salted %s\nenvelope sha256-salted %s\n' \
        "$origin" "$number" "$taken" "${line[3]}" "$(wc -c < raw.eml)" "$content" "$envelope" | sha256 |
        { read -r hash; [[ $hash == "$(hash_of entry.txt)" ]]; } ||
        refuse "accession $number: entry.txt is not this log's entry for this number and size, in canonical form"
    [[ $(wc -c < salt.bin) == 32 ]] || refuse "accession $number: the salt has not 32 bytes"
    [[ $(salted raw.eml) == "$content" ]] || refuse "accession $number: raw.eml is not what was taken into custody"
    [[ $(salted envelope.json) == "$envelope" ]] || refuse "accession $number: envelope.json is not what was kept"

    mapfile -t line < record.tlog-proof
    for ((i = 2; i < ${#line[@]} && i < 66; i++)); do
        [[ -n ${line[i]} ]] || break
        hash=$(base64_hex "${line[i]}" 32) || refuse "accession $number: the proof has a line that is no hash"
        path+=("$hash")
    done
    { printf 'c2sp.org/tlog-proof@v1\nindex %s\n' "$number"; printf '%s\n' "${line[@]:2:i-2}" ''; cat ../../checkpoint; } |
        sha256 | { read -r hash; [[ $hash == "$(hash_of record.tlog-proof)" ]]; } ||
        refuse "accession $number: the proof is not for this number and checkpoint, in canonical form"
    ((number < size)) || refuse "accession $number: the log has only $size entries"
    [[ $(root_from entry.txt "$number" "${path[@]}") == "$root" ]] ||
        refuse "accession $number: the proof does not lead to the signed root"
    echo "OK accession $number: $(wc -c < raw.eml) bytes, SHA-256 $(hash_of raw.eml), in custody since $taken"
}

[[ $listed == *items/* ]] || refuse "the bundle holds no item"
for item in items/*; do
    (cd "$item" && check_item "${item#items/}") || exit 1
done
echo "OK: all of this bundle is as the log $origin was signed at size $size."
echo "Key fingerprint: $fingerprint"
[[ $# == 1 ]] || echo "Compare it with the archive's fingerprint known from elsewhere: whoever made up a bundle made up its key too."
