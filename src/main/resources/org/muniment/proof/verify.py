#!/usr/bin/env python3
"""Checks this bundle as verify.sh does, written independently of it: standard library only, no openssl.

    python3 verify.py [FINGERPRINT]      exit 0: all of it is proved, 1: it is not

FINGERPRINT is that of the archive's key, known from elsewhere.
"""

import base64
import binascii
import datetime
import hashlib
import os
import re
import sys

sys.dont_write_bytecode = True
import verify_timestamp  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))


class Refused(Exception):
    pass


def require(truth, sentence):
    if not truth:
        raise Refused(sentence)


def read(name):
    try:
        with open(os.path.join(HERE, name), "rb") as file:
            return file.read()
    except OSError:
        raise Refused(f"{name} cannot be read")


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def file_sha256(name, before=b""):
    digest = hashlib.sha256(before)
    with open(os.path.join(HERE, name), "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.digest()


def canonical_base64(text, length, what):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(f"{what} is not base64")
    require(len(data) == length and base64.b64encode(data) == text, f"{what} is not canonical")
    return data


# Ed25519 (RFC 8032, section 5.1) on points (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(a, b):
    m = (a[1] - a[0]) * (b[1] - b[0]) % P
    n = (a[1] + a[0]) * (b[1] + b[0]) % P
    t = 2 * a[3] * b[3] * D % P
    z = 2 * a[2] * b[2] % P
    e, f, g, h = n - m, z - t, z + t, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    require(y < P, "a point of the curve is not canonical")
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_MINUS_ONE % P
    require((x * x - square) % P == 0 and not (x == 0 and sign), "there is no such point on the curve")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = decompress((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signature(key, signature, text):
    if len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= ORDER:
        return False
    try:
        a, r = decompress(key), decompress(signature[:32])
    except Refused:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ORDER
    left, right = multiply(s, BASE), add(r, multiply(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def check_key():
    pem = read("keys/log.pem")
    found = re.fullmatch(rb"-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=]+)\n-----END PUBLIC KEY-----\n", pem)
    require(found, "keys/log.pem is not a key")
    der = canonical_base64(found.group(1), 44, "the key in keys/log.pem")
    require(der[:12] == bytes.fromhex("302a300506032b6570032100"), "keys/log.pem is not an Ed25519 key")
    return der[12:]


ITEM_FILES = ("raw.eml", "salt.bin", "entry.txt", "envelope.json", "record.tlog-proof")
OTHER_FILES = {
    "checkpoint", "certificate.txt", "completeness.txt", "custody.csv", "verify.sh", "verify.py",
    "verify_timestamp.py", "keys/log.pem", "keys/log.vkey",
}
ANCHOR = re.compile(r"anchors/(\d{12,18})-(\d{8}T\d{6}Z)-[a-z0-9]{1,40}")


def files_here():
    found = set()
    for folder, folders, files in os.walk(HERE):
        for name in files + [f for f in folders if os.path.islink(os.path.join(folder, f))]:
            path = os.path.join(folder, name)
            require(os.path.isfile(path) and not os.path.islink(path), f"{path} is not a plain file")
            found.add(os.path.relpath(path, HERE).replace(os.sep, "/"))
    return found


def check_manifest(key):
    manifest = read("MANIFEST.sha256")
    require(is_signature(key, read("MANIFEST.sha256.sig"), manifest), "MANIFEST.sha256 is not signed by keys/log.pem")
    named = {}
    for line in manifest.decode("ascii", "replace").split("\n")[:-1]:
        match = re.fullmatch(r"([0-9a-f]{64})  (\S+)", line)
        require(match and match.group(2) not in named, f"MANIFEST.sha256 has a line that may not be there: {line}")
        named[match.group(2)] = match.group(1)
    require(manifest.endswith(b"\n"), "MANIFEST.sha256 does not end with a newline")
    found = files_here() - {"MANIFEST.sha256", "MANIFEST.sha256.sig"}
    require(found == set(named), f"missing, or not named by the manifest: {sorted(found ^ set(named))}")
    for name, digest in named.items():
        require(file_sha256(name).hex() == digest, f"changed since it was signed: {name}")
    items = {re.sub(r"/[^/]*$", "", name) for name in named if name.startswith("items/")}
    numbers = sorted(int(i[6:]) for i in items if re.fullmatch(r"items/(0|[1-9][0-9]{0,17})", i))
    require(len(numbers) == len(items) > 0, "the bundle holds no item, or one without a number")
    anchors = {name for name in named if name.startswith("anchors/")}
    expected = OTHER_FILES | {f"items/{n}/{f}" for n in numbers for f in ITEM_FILES} | anchors
    expected |= {"certificate.pdf"} & set(named)
    require(set(named) == expected, f"not what a bundle consists of: {sorted(set(named) ^ expected)}")
    return numbers, anchors


def check_note(name, key, signatures):
    """A checkpoint: returns origin, size, root, the signed text, and the lines of other signatures."""
    lines = read(name).split(b"\n")
    require(len(lines) == 5 + signatures and lines[3] == lines[-1] == b"", f"{name} is not in canonical form")
    origin, size, root, signature = lines[0], lines[1], lines[2], lines[4]
    require(re.fullmatch(rb"[!-*,-~]+", origin), f"{name}: its origin is not a name")
    require(re.fullmatch(rb"[1-9][0-9]{0,17}", size), f"{name}: its size is not a canonical number")
    root = canonical_base64(root, 32, f"{name}: its root")
    prefix = "— ".encode() + origin + b" "
    require(signature.startswith(prefix), f"{name} is not signed under the origin's name")
    signature = canonical_base64(signature[len(prefix):], 68, f"{name}: its signature")
    key_id = sha256(origin, b"\n\x01", key)[:4]
    require(signature[:4] == key_id, f"{name} is signed with another key id")
    text = b"\n".join(lines[:3]) + b"\n"
    require(is_signature(key, signature[4:], text), f"{name} is not signed by the key")
    return origin, int(size), root, text, lines[5:-1]


def check_checkpoint(key):
    origin, size, root, _, _ = check_note("checkpoint", key, 1)
    key_id = sha256(origin, b"\n\x01", key)[:4]
    vkey = origin + b"+" + key_id.hex().encode() + b"+" + base64.b64encode(b"\x01" + key) + b"\n"
    require(read("keys/log.vkey") == vkey, "keys/log.vkey is not the key of keys/log.pem")
    return origin.decode(), size, root, read("checkpoint")


def root_of(leaf, path, index, size):
    """The definition of RFC 6962, section 2.1.1, read from the top: which half is the entry in?"""
    if size == 1:
        require(not path, "the proof is too long")
        return leaf
    require(path, "the proof is too short")
    left = 1 << (size - 1).bit_length() - 1
    if index < left:
        return sha256(b"\x01", root_of(leaf, path[:-1], index, left), path[-1])
    return sha256(b"\x01", path[-1], root_of(leaf, path[:-1], index - left, size - left))


def log_names(origin):
    """The names of this log and, after a restore, of those it took up: they differ in the last part."""
    restored = re.fullmatch(r"(.+)-[0-9a-f]{8}", origin)
    return re.escape(restored[1]) + "(?:-[0-9a-f]{8})?" if restored else re.escape(origin)


def check_item(number, origin, size, root, checkpoint):
    folder = f"items/{number}/"
    raw = os.path.getsize(os.path.join(HERE, folder + "raw.eml"))
    entry = read(folder + "entry.txt")
    match = re.fullmatch(
        (
            log_names(origin) + re.escape(f"/entry/v1\ncapture {number}\n")
            + r"time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\nsource [a-z0-9.-]+\n"
            + rf"size {raw}\ncontent sha256-salted ([0-9a-f]{{64}})\nenvelope sha256-salted ([0-9a-f]{{64}})\n"
        ).encode(),
        entry,
    )
    require(match, "entry.txt is not this log's entry for this number and size, in canonical form")
    salt = read(folder + "salt.bin")
    require(len(salt) == 32, "the salt has not 32 bytes")
    require(file_sha256(folder + "raw.eml", salt).hex().encode() == match[2], "raw.eml is not what was taken into custody")
    require(sha256(salt, read(folder + "envelope.json")).hex().encode() == match[3], "envelope.json is not what was kept")
    proof = read(folder + "record.tlog-proof")
    head = f"c2sp.org/tlog-proof@v1\nindex {number}\n".encode()
    tail = b"\n" + checkpoint
    require(proof.startswith(head) and proof.endswith(tail), "the proof is not for this number and checkpoint")
    lines = proof[len(head):len(proof) - len(tail)].split(b"\n")
    require(lines.pop() == b"", "the proof is not in canonical form")
    path = [canonical_base64(line, 32, "a hash of the proof") for line in lines]
    require(number < size, f"the log has only {size} entries")
    require(root_of(sha256(b"\0", entry), path, number, size) == root, "the proof does not lead to the signed root")
    digest = file_sha256(folder + "raw.eml").hex()
    return f"OK accession {number}: {raw} bytes, SHA-256 {digest}, in custody since {match[1].decode()}"


def roots_of(path, size, later, known):
    """RFC 6962, section 2.1.2, read from the top: the root of the first `size` of `later` entries, and that of all.
    `known` is the first of the two where the proof leaves it out."""
    if size == later:
        require(len(path) == (known is None), "the consistency proof is too long or too short")
        return (known, known) if known is not None else (path[0], path[0])
    require(path, "the consistency proof is too short")
    left, path, other = 1 << (later - 1).bit_length() - 1, path[:-1], path[-1]
    if size <= left:
        old, new = roots_of(path, size, left, known)
        return old, sha256(b"\x01", new, other)
    old, new = roots_of(path, size - left, later - left, None)
    return sha256(b"\x01", other, old), sha256(b"\x01", other, new)


def check_growth(anchor, size, root, log_size, log_root):
    head, *lines = read(anchor + ".consistency").split(f"from {size}\nto {log_size}\n".encode())
    require(head == b"muniment/consistency/v1\n" and len(lines) == 1, f"{anchor}.consistency is of other sizes")
    *lines, end = lines[0].split(b"\n")
    require(end == b"", f"{anchor}.consistency is not in canonical form")
    path = [canonical_base64(line, 32, "a hash of the consistency proof") for line in lines]
    require(roots_of(path, size, log_size, root) == (root, log_root), "the log did not grow from this checkpoint")


def check_cosignature(anchor, text, line, at):
    vkey = read(anchor + ".vkey")
    found = re.fullmatch(rb"([!-*,-~]+)\+([0-9a-f]{8})\+(\S+)\n", vkey)
    require(found, "the witness's key is not in canonical form")
    typed = canonical_base64(found[3], 33, "the witness's key")
    key_id = sha256(found[1], b"\n", typed)[:4]
    require(typed[0] == 4 and key_id.hex().encode() == found[2], "the witness's key is not in canonical form")
    prefix = "— ".encode() + found[1] + b" "
    require(line.startswith(prefix), "the witness did not sign")
    signature = canonical_base64(line[len(prefix):], 76, "the witness's signature")
    require(signature[:4] == key_id and int.from_bytes(signature[4:12], "big") == at, "another witness, or another time")
    said = f"cosignature/v1\ntime {at}\n".encode() + text
    require(is_signature(typed[1:], signature[12:], said), "the witness did not sign this")
    return f"witness {found[1].decode()}, key {found[2].decode()}"


def check_anchors(anchors, key, origin, log_size, log_root, last):
    used = set()
    for file in sorted(anchors):
        anchor, ending = os.path.splitext(file)
        name = ANCHOR.fullmatch(anchor)
        require(name and ending in KINDS, f"{file} is not part of an anchor")
        if ending not in (".checkpoint", ".cosigned", ".mailed", ".renews"):
            continue
        require(len(name[1]) == max(12, len(str(int(name[1])))), f"{file} is not named canonically")
        try:
            at = datetime.datetime.strptime(name[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
            what = check_anchor(anchor, ending, int(at.timestamp()), int(name[1]), anchors, key, origin, log_size, log_root)
        except ValueError:
            raise Refused(f"{anchor}: there is no such time")
        except Refused as why:
            raise Refused(f"{anchor}: {why}")
        used |= {anchor + each for each in KINDS[ending]} | {file}
        over = "over all items" if int(name[1]) > last else f"over items below {int(name[1])}"
        print(f"OK anchor: {at:%Y-%m-%dT%H:%M:%SZ}, {over}; {what}")
    require(used == anchors, f"not part of an anchor, or missing: {sorted(used ^ anchors)}")


KINDS = {
    ".checkpoint": (".tsr", ".pem", ".consistency"), ".renews": (".tsr", ".pem"), ".cosigned": (".vkey", ".consistency"),
    ".mailed": (".consistency",), ".tsr": (), ".pem": (), ".vkey": (), ".consistency": (),
}


def check_anchor(anchor, ending, at, size, anchors, key, origin, log_size, log_root):
    if ending == ".renews":
        older = read(anchor + ending).decode("ascii", "replace")
        stem = "anchors/" + older[:-5]
        require(older.endswith(".tsr\n") and ANCHOR.fullmatch(stem) and {stem + ".checkpoint", stem + ".tsr"} <= anchors
                and int(ANCHOR.fullmatch(stem)[1]) == size, "it does not name a time stamp of this bundle")
        return "time stamp over an older one, " + check_stamp(anchor, stem + ".tsr", at)
    text = check_note(anchor + ending, key, 2 if ending == ".cosigned" else 1)
    require((text[0].decode(), text[1]) == (origin, size) and size <= log_size, "it is not of this log, or of another size")
    check_growth(anchor, size, text[2], log_size, log_root)
    if ending == ".cosigned":
        return check_cosignature(anchor, text[3], text[4][0], at)
    if ending == ".checkpoint":
        return "time stamp, " + check_stamp(anchor, anchor + ending, at)
    return f"compare {anchor}{ending} with what people were mailed"


def check_stamp(anchor, stamped, at):
    try:
        told, by = verify_timestamp.check(read(anchor + ".tsr"), read(stamped), read(anchor + ".pem"))
    except verify_timestamp.NotValid as why:
        raise Refused(f"its time stamp is not valid: {why}")
    require(told == at, "its time stamp is of another time")
    return f"vouched for by certificate {by}"


COMPLETENESS = re.compile(
    r"range (\d+)-(\d+)\nentries (\d+)\ncaptures (\d+)\ncaptures in this bundle (\d+)\nduplicates of earlier captures (\d+)\n"
    r"lifecycle events (\d+)\nstepped over after a restore (\d+)\ndestroyed (\d+)\n((?:destroyed [^\n]*\n)*)\n"
    + re.escape("""\
Accession numbers are given in order and without gaps, and each stands for one entry of the log, so every
entry of the range is counted here. Captures that are neither in this bundle nor destroyed were not asked
for. What was destroyed is named with the entry of the log that authorised it. A number that was stepped
over may have named a capture that came after the backup which the archive was restored from.
""")
)


def check_completeness(items, size):
    """The account of all numbers between the first item and the last: each is something, and none is two things."""
    account = COMPLETENESS.fullmatch(read("completeness.txt").decode("ascii", "replace"))
    require(account, "completeness.txt is not in canonical form")
    words = account.groups()[:9]
    require(all(word == str(int(word)) and len(word) <= 18 for word in words), "completeness.txt has a number that is not canonical")
    first, last, entries, captures, exhibits, duplicates, events, stepped, destroyed = map(int, words)
    require((first, last) == (items[0], items[-1]), "completeness.txt is of another range than the items'")
    require(last - first + 1 == entries == captures + duplicates + events + stepped, "completeness.txt does not add up")
    require(exhibits == len(items) <= captures and exhibits + destroyed <= captures + duplicates, "completeness.txt is not of these items")
    gone, authorisations = [], []
    for line in account[10].split("\n")[:-1]:
        named = re.fullmatch(r"destroyed (\d+(?:-\d+)?(?: \d+(?:-\d+)?)*) authorised by entry (\d+)", line)
        require(named, f"completeness.txt has a line that may not be there: {line}")
        runs = [[int(end) for end in run.split("-")] for run in named[1].split(" ")]
        require(" ".join("-".join(map(str, run)) for run in runs) == named[1] and str(int(named[2])) == named[2]
                and all(len(run) == 1 or run[0] < run[1] for run in runs)
                and all(a[-1] + 1 < b[0] for a, b in zip(runs, runs[1:])), "completeness.txt is not in canonical form")
        gone += [(run[0], run[-1]) for run in runs]
        authorisations.append(int(named[2]))
        require(runs[-1][-1] < authorisations[-1], "completeness.txt names an authorisation that is older than what it destroyed")
    require(authorisations == sorted(set(authorisations)) and all(entry < size for entry in authorisations),
            "completeness.txt names an authorisation that cannot be")
    gone.sort()
    require(all(a[1] < b[0] for a, b in zip(gone, gone[1:])), "completeness.txt names a number twice")
    require(sum(to - start + 1 for start, to in gone) == destroyed, "completeness.txt does not name what was destroyed")
    require(not gone or first <= gone[0][0] and gone[-1][1] <= last, "completeness.txt names what is not in its range")
    require(not any(start <= item <= to for start, to in gone for item in items), "completeness.txt says that an item was destroyed")
    require(not any(entry in items or start <= entry <= to for entry in authorisations for start, to in gone)
            and sum(entry <= last for entry in authorisations) <= events, "completeness.txt names an authorisation that is none")
    print(f"OK completeness: {entries} entries from {first} to {last}: {exhibits} items, {captures - exhibits} other captures, "
          f"{duplicates} repetitions, {events} events, {stepped} stepped over; {destroyed} of the other captures and repetitions "
          f"were destroyed; as the archive counted and signed them")


def main():
    key = check_key()
    fingerprint = sha256(key).hex()
    if len(sys.argv) > 1:
        require(sys.argv[1].lower() == fingerprint, f"the key's fingerprint is {fingerprint}, not {sys.argv[1]}")
    numbers, anchors = check_manifest(key)
    origin, size, root, checkpoint = check_checkpoint(key)
    for number in numbers:
        try:
            print(check_item(number, origin, size, root, checkpoint))
        except Refused as why:
            raise Refused(f"accession {number}: {why}")
    check_anchors(anchors, key, origin, size, root, numbers[-1])
    check_completeness(numbers, size)
    print(f"OK: all of this bundle is as the log {origin} was signed at size {size}.")
    print(f"Key fingerprint: {fingerprint}")
    if len(sys.argv) == 1:
        print("Compare it with the archive's fingerprint known from elsewhere.")
    if not anchors:
        print("No outside anchor: whoever held the log's key could have made the whole log anew.")


if __name__ == "__main__":
    try:
        main()
    except Refused as why:
        print("REFUSED:", re.sub("[^ -~]", "?", str(why)))
        sys.exit(1)
