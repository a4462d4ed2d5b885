#!/usr/bin/env bash
# Checks this bundle: every byte of it, and that each message in it is the one its archive's log was signed with.
#
#   ./verify.sh [FINGERPRINT]     exit 0: all of it is proved, 1: it is not, 2: it could not be checked here
#
# FINGERPRINT is that of the archive's key, known from elsewhere (a notice of the city, an earlier bundle). Without it
# the bundle only proves that it is at one with itself: compare the fingerprint printed at the end yourself.
# Needs bash 4.4, coreutils, xxd, openssl 3.0; writes temporary files. verify.py checks the same independently.

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

# signed_by KEY_FILE FILE SIGNATURE_HEX
signed_by() {
    openssl pkeyutl -verify -pubin -inkey "$1" -rawin -in "$2" \
        -sigfile <(printf '%s' "$3" | unhex) > /dev/null 2>&1
}
pem_of() { # KEY_HEX
    printf -- '-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n' \
        "$(printf '302a300506032b6570032100%s' "$1" | unhex | base64 -w0)"
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
signed=$scratch/signed

for tool in xxd openssl sha256sum base64; do
    command -v "$tool" > /dev/null || unable "this machine has no $tool; try: python3 verify.py"
done
[[ $(openssl pkeyutl -help 2>&1) == *-rawin* ]] || unable "openssl is older than 3.0; try: python3 verify.py"

# 1. The key.
key=$(openssl pkey -pubin -in keys/log.pem -outform DER 2>/dev/null | hex) || refuse "keys/log.pem is not a key"
[[ $key =~ ^302a300506032b6570032100([0-9a-f]{64})$ ]] || refuse "keys/log.pem is not an Ed25519 key"
key=${BASH_REMATCH[1]}
[[ $(hash_of keys/log.pem) == $(pem_of "$key" | sha256) ]] ||
    refuse "keys/log.pem is not in canonical form"
fingerprint=$(printf '%s' "$key" | unhex | sha256)
[[ $# == 0 || ${1,,} == "$fingerprint" ]] || refuse "the key's fingerprint is $fingerprint, not ${1,,}"

# 2. The manifest is signed, and names every file here with the hash it has.
signed_by keys/log.pem MANIFEST.sha256 "$(hex < MANIFEST.sha256.sig)" || refuse "MANIFEST.sha256 is not signed by keys/log.pem"
names='^[0-9a-f]{64}  (checkpoint|certificate\.(txt|pdf)|completeness\.txt|custody\.csv|verify(\.sh|\.py|_timestamp\.py)|keys/log\.(pem|vkey)'
names+='|anchors/[0-9]{12,18}-[0-9]{8}T[0-9]{6}Z-[a-z0-9]{1,40}\.(checkpoint|tsr|pem|renews|cosigned|vkey|mailed|consistency)'
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

for path in checkpoint certificate.txt completeness.txt custody.csv verify{.sh,.py,_timestamp.py} keys/log.{pem,vkey} \
    $(for item in items/*; do echo "$item"/{raw.eml,salt.bin,entry.txt,envelope.json,record.tlog-proof}; done); do
    [[ -f $path ]] || refuse "$path is missing"
done

# 3. The checkpoint: the one spelling of origin, size and root, signed under the origin's name by the same key.
read_note() { # FILE WHAT: sets origin, size, root, note_lines; leaves the signed text in $signed
    local root64 signature64 signature
    mapfile -t note_lines < "$1"
    origin=${note_lines[0]-} size=${note_lines[1]-} root64=${note_lines[2]-} signature64=${note_lines[4]-}
    signature64=${signature64##* }
    printf '%s\n%s\n%s\n' "$origin" "$size" "$root64" > "$signed"
    { cat "$signed"; printf '\n— %s %s\n' "$origin" "$signature64"; printf '%s\n' "${note_lines[@]:5}"; } > "$scratch/note"
    ((${#note_lines[@]} > 5)) || truncate -s -1 "$scratch/note" # the empty line of no lines
    [[ $(hash_of "$scratch/note") == "$(hash_of "$1")" ]] || refuse "$2 is not in canonical form"
    [[ $origin =~ ^[[:graph:]]+$ && $origin != *+* ]] || refuse "$2's origin is not a name: $origin"
    [[ $size =~ ^[1-9][0-9]{0,17}$ ]] || refuse "$2's size is not a canonical number: $size"
    root=$(base64_hex "$root64" 32) || refuse "$2's root is not a canonical hash: $root64"
    signature=$(base64_hex "$signature64" 68) || refuse "$2's signature is not canonical"
    key_id=$({ printf '%s\n\1' "$origin"; printf '%s' "$key" | unhex; } | sha256 | cut -c1-8)
    [[ ${signature:0:8} == "$key_id" ]] || refuse "$2 is signed with key id ${signature:0:8}, not $key_id"
    signed_by keys/log.pem "$signed" "${signature:8}" || refuse "$2 is not signed by keys/log.pem"
}
read_note checkpoint "the checkpoint"
((${#note_lines[@]} == 5)) || refuse "the checkpoint is not in canonical form"
[[ $(hash_of keys/log.vkey) == $(printf '%s+%s+%s\n' "$origin" "$key_id" "$(printf '01%s' "$key" | unhex | base64 -w0)" | sha256) ]] ||
    refuse "keys/log.vkey is not the key of keys/log.pem for $origin"
log=$origin log_size=$size log_root=$root

# 4. Each item: its bytes are those of its entry, and its entry is in the log (RFC 6962, RFC 9162 section 2.1.3.2).
salted() { cat salt.bin "$1" | sha256; }

root_from() { # ENTRY INDEX PATH...: prints the root that this path leads to
    local hash index=$2 last=$((log_size - 1)) sibling
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
    local number=$1 line path=() hash taken content envelope from
    mapfile -t line < entry.txt
    # A log that took up another after a restore begins with the entries of that, under its name: the last part differs.
    from=${line[0]%/entry/v1}
    [[ $from == "$log" || $log =~ -[0-9a-f]{8}$ && ( $from == "${log%-*}" || $from =~ -[0-9a-f]{8}$ && ${from%-*} == "${log%-*}" ) ]] ||
        refuse "accession $number: entry.txt names another log, $from"
    taken=${line[2]#time } content=${line[5]#content sha256-salted } envelope=${line[6]#envelope sha256-salted }
    [[ $taken =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$ && ${line[3]} =~ ^source\ [a-z0-9.-]+$ ]] ||
        refuse "accession $number: entry.txt is not in canonical form"
    printf '%s/entry/v1\ncapture %s\ntime %s\n%s\nsize %s\ncontent sha256-salted %s\nenvelope sha256-salted %s\n' \
        "$from" "$number" "$taken" "${line[3]}" "$(wc -c < raw.eml)" "$content" "$envelope" | sha256 |
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
    ((number < log_size)) || refuse "accession $number: the log has only $log_size entries"
    [[ $(root_from entry.txt "$number" "${path[@]}") == "$log_root" ]] ||
        refuse "accession $number: the proof does not lead to the signed root"
    echo "OK accession $number: $(wc -c < raw.eml) bytes, SHA-256 $(hash_of raw.eml), in custody since $taken"
}

[[ $listed == *items/* ]] || refuse "the bundle holds no item"
first_item=999999999999999999 last_item=0 numbers=()
for item in items/*; do
    (cd "$item" && check_item "${item#items/}") || exit 1
    numbers+=("${item#items/}")
    ((${item#items/} <= last_item)) || last_item=${item#items/}
    ((${item#items/} >= first_item)) || first_item=${item#items/}
done

# 5. Each anchor: what somebody outside signed, and that the log grew from there (RFC 9162 section 2.1.4.2, RFC 3161).
grew() { # FROM FROM_ROOT TO TO_ROOT PATH...
    local first=$(($1 - 1)) last=$(($3 - 1)) from=$2 to=$4 old new sibling
    if (($1 == $3)); then [[ $# == 4 && $2 == "$4" ]]; return; fi
    if ((($1 & first) == 0)); then set -- "${@:1:4}" "$from" "${@:5}"; fi
    (($# > 4)) || return 1
    while ((first % 2 == 1)); do first=$((first / 2)) last=$((last / 2)); done
    old=$5 new=$5
    for sibling in "${@:6}"; do
        ((last > 0)) || return 1
        if ((first % 2 == 1 || first == last)); then
            old=$(printf '01%s%s' "$sibling" "$old" | unhex | sha256)
            new=$(printf '01%s%s' "$sibling" "$new" | unhex | sha256)
            while ((first % 2 == 0 && first > 0)); do first=$((first / 2)) last=$((last / 2)); done
        else
            new=$(printf '01%s%s' "$new" "$sibling" | unhex | sha256)
        fi
        first=$((first / 2)) last=$((last / 2))
    done
    [[ $last == 0 && $old == "$from" && $new == "$to" ]]
}

anchored() { # NAME ENDING: the checkpoint in this file is the log's, and the log grew from there
    local file=$1.$2 path=() line hash
    [[ -f $file ]] || refuse "$file is missing"
    read_note "$file" "$file"
    [[ $origin == "$log" && $size -le $log_size && $1 == anchors/"$(printf '%012d' "$size")"-* ]] ||
        refuse "$file is not the log's checkpoint of the size in its name"
    [[ -f $1.consistency ]] || refuse "$1.consistency is missing"
    mapfile -t line < "$1.consistency"
    for hash in "${line[@]:3:130}"; do
        hash=$(base64_hex "$hash" 32) || refuse "$1.consistency has a line that is no hash"
        path+=("$hash")
    done
    printf '%s\n' muniment/consistency/v1 "from $size" "to $log_size" "${line[@]:3:130}" | sha256 |
        { read -r hash; [[ $hash == "$(hash_of "$1.consistency")" ]]; } ||
        refuse "$1.consistency is not in canonical form, or of other sizes"
    grew "$size" "$root" "$log_size" "$log_root" "${path[@]}" || refuse "$1: the log did not grow from this checkpoint"
    used+=$file$'\n'$1.consistency$'\n'
}

time_of() { # NAME: prints its time as seconds
    local time=${1#*-}
    date -u -d "${time:0:4}-${time:4:2}-${time:6:5}:${time:11:2}:${time:13:2}Z" +%s 2>/dev/null
}

stamped() { # NAME FILE SECONDS: FILE has a time stamp of then, by whom NAME.pem says
    local text length said
    [[ -f $1.pem ]] || refuse "$1.pem is missing"
    text=$(openssl ts -reply -in "$1.tsr" -text 2>/dev/null) || refuse "$1.tsr is no time-stamp response"
    length=$(openssl asn1parse -inform DER -in "$1.tsr" 2>/dev/null | sed -n '1s/.*hl= *\([0-9]*\) *l= *\([0-9]*\).*/\1+\2/p') || true
    [[ $((length)) == "$(wc -c < "$1.tsr")" ]] || refuse "$1.tsr is not in canonical form"
    [[ $text == *$'\n'"Hash Algorithm: sha256"$'\n'* ]] || refuse "$1.tsr is not over a SHA-256"
    said=$(sed -n 's/^Time stamp: \([A-Z][a-z]* [ 0-9:]*\)\(\.[0-9]*\)\? \([0-9]* GMT\)$/\1 \3/p' <<< "$text")
    [[ -n $said && $(date -u -d "$said" +%s) == "$3" ]] || refuse "$1.tsr is not of the time in its name"
    openssl ts -verify -data "$2" -in "$1.tsr" -CAfile "$1.pem" -untrusted "$1.pem" -partial_chain -attime "$3" \
        > /dev/null 2>&1 || refuse "$1.tsr is not a valid time stamp of $2 by whom $1.pem vouches for"
    used+=$1.tsr$'\n'$1.pem$'\n'
}

cosigned() { # NAME SECONDS: after anchored, the witness signed this checkpoint at this time
    local id line name public signature
    [[ -f $1.vkey && ${#note_lines[@]} == 6 ]] || refuse "$1.cosigned has not the signatures of the log and one witness"
    IFS= read -r line < "$1.vkey" || true
    name=${line%%+*} id=${line#*+} id=${id%%+*}
    public=$(base64_hex "${line#*+*+}" 33) || refuse "$1.vkey is not a key"
    [[ $public =~ ^04 && $(hash_of "$1.vkey") == "$(printf '%s+%s+%s\n' "$name" \
        "$({ printf '%s\n' "$name"; printf '%s' "$public" | unhex; } | sha256 | cut -c1-8)" "${line#*+*+}" | sha256)" ]] ||
        refuse "$1.vkey is not the key of a witness, in canonical form"
    line=${note_lines[5]}
    signature=$(base64_hex "${line##* }" 76) || refuse "$1.cosigned: the witness's signature is not canonical"
    [[ $line == "— $name ${line##* }" && ${signature:0:8} == "$id" && $((16#${signature:8:16})) == "$2" ]] ||
        refuse "$1.cosigned is not signed by $name at the time in its name"
    pem_of "${public:2}" > "$scratch/witness"
    { printf 'cosignature/v1\ntime %s\n' "$2"; cat "$signed"; } > "$scratch/cosigned"
    signed_by "$scratch/witness" "$scratch/cosigned" "${signature:24}" || refuse "$1.cosigned is not signed by $name"
    used+=$1.vkey$'\n'
    echo "OK anchor: $(date -u -d "@$2" +%FT%TZ), $(covers); witness $name, key $id"
}

covers() { if ((size > last_item)); then echo "over all items"; else echo "over items below $size"; fi; }

used=
for file in anchors/*.{checkpoint,cosigned,mailed,renews}; do
    name=${file%.*}
    seconds=$(time_of "$name") || refuse "$name: there is no such time"
    case $file in
        *.renews)
            older=$(cat "$file")
            [[ -f anchors/$older && $older =~ ^[0-9]{12,18}-[0-9TZ]+-[a-z0-9]+\.tsr$ && -f anchors/${older%.tsr}.checkpoint &&
                $(hash_of "$file") == "$(echo "$older" | sha256)" && $name == anchors/"${older%%-*}"-* ]] ||
                refuse "$file does not name a time stamp of this bundle"
            stamped "$name" "anchors/$older" "$seconds"
            used+=$file$'\n'
            echo "OK anchor: $(date -u -d "@$seconds" +%FT%TZ), time stamp over that of $older"
            continue ;;
        *.checkpoint)
            anchored "$name" checkpoint
            stamped "$name" "$file" "$seconds"
            echo "OK anchor: $(date -u -d "@$seconds" +%FT%TZ), $(covers); time stamp by" \
                "$(openssl x509 -in "$name.pem" -noout -subject -nameopt oneline 2>/dev/null | tr -cd '[:print:]' | cut -c1-150)," \
                "certificate $(openssl x509 -in "$name.pem" -outform DER 2>/dev/null | sha256)" ;;
        *.cosigned)
            anchored "$name" cosigned
            cosigned "$name" "$seconds" ;;
        *.mailed)
            anchored "$name" mailed
            echo "OK anchor: $(covers); compare $file with the checkpoint that people were mailed on" \
                "$(date -u -d "@$seconds" +%F)" ;;
    esac
    [[ $file == *.cosigned ]] || ((${#note_lines[@]} == 5)) || refuse "$file is not in canonical form"
done
stray=$(comm -13 <(printf '%s' "$used" | sort -u) <(printf '%s' "$listed" | sed -n '/^anchors\//p' | sort))
[[ -z $stray ]] || refuse "not part of an anchor: $stray"

# 6. Completeness: the signed account of the range adds up, is of these items, and has one spelling.
account() { refuse "completeness.txt $*"; }
fields=(range entries captures "captures in this bundle" "duplicates of earlier captures" "lifecycle events"
    "stepped over after a restore" destroyed)
meaning="Accession numbers are given in order and without gaps, and each stands for one entry of the log, so every
entry of the range is counted here. Captures that are neither in this bundle nor destroyed were not asked
for. What was destroyed is named with the entry of the log that authorised it. A number that was stepped
over may have named a capture that came after the backup which the archive was restored from."
mapfile -t line < completeness.txt
count=()
for i in "${!fields[@]}"; do
    [[ ${line[i]-} == "${fields[i]} "* ]] || account "does not say: ${fields[i]}"
    count+=("${line[i]#"${fields[i]} "}")
    ((i == 0)) || [[ ${count[i]} =~ ^(0|[1-9][0-9]{0,17})$ ]] || account "has a number that is not canonical: ${line[i]}"
done
[[ ${count[0]} == "$first_item-$last_item" ]] || account "is of the range ${count[0]}, not $first_item-$last_item"
((count[1] == last_item - first_item + 1 && count[1] == count[2] + count[4] + count[5] + count[6])) ||
    account "does not account for every entry of its range"
((count[3] == ${#numbers[@]} && count[3] <= count[2] && count[2] + count[4] >= count[3] + count[7])) || account "is not of these items"
gone=0 under=-1 runs= within=0 authorities=()
for ((i = 8; i < ${#line[@]}; i++)); do
    [[ ${line[i]} =~ ^destroyed\ ([0-9 -]+)\ authorised\ by\ entry\ (0|[1-9][0-9]{0,17})$ ]] || break
    ((BASH_REMATCH[2] > under && BASH_REMATCH[2] < log_size)) || account "names an entry that cannot be: ${line[i]}"
    under=${BASH_REMATCH[2]} before=-2 authorities+=("$under")
    ((under > last_item)) || within=$((within + 1))
    read -ra parts <<< "${BASH_REMATCH[1]}"
    [[ ${line[i]} == "destroyed ${parts[*]} authorised by entry $under" ]] || account "is not in canonical form"
    for item in "${numbers[@]}"; do ((item != under)) || account "names an authorisation that is none: $under"; done
    for part in "${parts[@]}"; do
        [[ $part =~ ^(0|[1-9][0-9]{0,17})(-([1-9][0-9]{0,17}))?$ ]] || account "has no number: $part"
        from=${BASH_REMATCH[1]} to=${BASH_REMATCH[3]:-$from}
        [[ $part == "$from" ]] || ((from < to)) || account "is not in canonical form"
        ((from > before + 1 && from >= first_item && to <= last_item)) || account "names what is not in the range: $part"
        ((to < under)) || account "names an authorisation that is older than what it destroyed: $under"
        for item in "${numbers[@]}"; do ((item < from || item > to)) || account "says that item $item was destroyed"; done
        gone=$((gone + to - from + 1)) before=$to runs+="$from $to"$'\n'
    done
done
((gone == count[7])) || account "does not name what was destroyed"
before=-1
while read -r from to; do
    ((from > before)) || account "names $from twice"
    before=$to
    for under in "${authorities[@]}"; do ((under < from || under > to)) || account "names an authorisation that is none: $under"; done
done < <(printf '%s' "$runs" | sort -n)
((within <= count[5])) || account "names more authorisations than there are events"
[[ $({ printf '%s\n' "${line[@]:0:i}" "" "$meaning"; } | sha256) == "$(hash_of completeness.txt)" ]] ||
    account "is not in canonical form"
echo "OK completeness: ${count[1]} entries from $first_item to $last_item: ${count[3]} items, $((count[2] - count[3])) other captures," \
    "${count[4]} repetitions, ${count[5]} events, ${count[6]} stepped over; $gone of the other captures and repetitions" \
    "were destroyed; as the archive counted and signed them"

echo "OK: all of this bundle is as the log $log was signed at size $log_size."
echo "Key fingerprint: $fingerprint"
[[ $# == 1 ]] || echo "Compare it with the archive's fingerprint known from elsewhere: whoever made up a bundle made up its key too."
[[ -n $used ]] || echo "No outside anchor: whoever held the log's key could have made the whole log anew."
