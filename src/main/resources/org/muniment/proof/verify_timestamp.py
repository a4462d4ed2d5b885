"""Time stamps (RFC 3161) for verify.py: standard library only, no openssl. RSA (PKCS #1 v1.5) and ECDSA on P-256 and
P-384 are known; a time stamp signed otherwise is refused here, and verify.sh can check it."""

import base64
import binascii
import datetime
import hashlib
import re


class NotValid(Exception):
    pass


def require(truth, sentence):
    if not truth:
        raise NotValid(sentence)


class Der:
    """One value (X.690), its length in the shortest form; `whole` are its bytes with tag and length."""

    def __init__(self, data, at=0):
        try:
            self.tag, length, start = data[at], data[at + 1], at + 2
            if length > 127:
                count = length & 127
                length = int.from_bytes(data[start:start + count], "big")
                require(0 < count < 5 and length > 127 and length >> 8 * (count - 1), "a length is not canonical")
                start += count
        except IndexError:
            raise NotValid("it is cut short")
        self.end = start + length
        require(self.end <= len(data) and self.tag & 31 != 31, "it is cut short")
        self.body, self.whole = data[start:self.end], data[at:self.end]

    def parts(self):
        at, parts = 0, []
        while at < len(self.body):
            part = Der(self.body, at)
            parts.append(part)
            at = part.end
        return parts

    def number(self):
        return int.from_bytes(self.body, "big", signed=True)


def oid(spelled):
    numbers = [int(each) for each in spelled.split(".")]
    body = bytes([40 * numbers[0] + numbers[1]])
    for number in numbers[2:]:
        digits = [number & 127]
        while number := number >> 7:
            digits.append(number & 127 | 128)
        body += bytes(reversed(digits))
    return body


SIGNED_DATA, STAMP_INFO = oid("1.2.840.113549.1.7.2"), oid("1.2.840.113549.1.9.16.1.4")
CONTENT_TYPE, MESSAGE_DIGEST = oid("1.2.840.113549.1.9.3"), oid("1.2.840.113549.1.9.4")
SIGNER_V1, SIGNER_V2 = oid("1.2.840.113549.1.9.16.2.12"), oid("1.2.840.113549.1.9.16.2.47")
KEY_PURPOSES, STAMPING, CONSTRAINTS = oid("2.5.29.37"), oid("1.3.6.1.5.5.7.3.8"), oid("2.5.29.19")
RSA, EC = oid("1.2.840.113549.1.1.1"), oid("1.2.840.10045.2.1")
DIGESTS = {oid(f"2.16.840.1.101.3.4.2.{n}"): name for n, name in ((1, "sha256"), (2, "sha384"), (3, "sha512"))}
SIGNATURES = {
    oid("1.2.840.113549.1.1.11"): "sha256", oid("1.2.840.113549.1.1.12"): "sha384", oid("1.2.840.113549.1.1.13"): "sha512",
    oid("1.2.840.10045.4.3.2"): "sha256", oid("1.2.840.10045.4.3.3"): "sha384", oid("1.2.840.10045.4.3.4"): "sha512",
}
P256 = 2**256 - 2**224 + 2**192 + 2**96 - 1
P384 = 2**384 - 2**128 - 2**96 + 2**32 - 1
CURVES = {
    oid("1.2.840.10045.3.1.7"): (
        P256, 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
        0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
        (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
         0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)),
    oid("1.3.132.0.34"): (
        P384, 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
        0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF,
        (0xAA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7,
         0x3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F)),
}


def on_curve_add(p, a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % p == 0:
        return None
    slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, p) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, p)
    x = (slope * slope - a[0] - b[0]) % p
    return x, (slope * (a[0] - x) - a[1]) % p


def on_curve_multiply(p, scalar, point):
    result = None
    while scalar:
        if scalar & 1:
            result = on_curve_add(p, result, point)
        point = on_curve_add(p, point, point)
        scalar >>= 1
    return result


def is_ecdsa(curve, key, signature, digest):
    require(curve in CURVES, "its curve is not known here; use verify.sh")
    p, n, b, base = CURVES[curve]
    size = p.bit_length() // 8
    require(len(key) == 2 * size + 1 and key[0] == 4, "its key is not a point")
    x, y = int.from_bytes(key[1:size + 1], "big"), int.from_bytes(key[size + 1:], "big")
    require(x < p and y < p and (y * y - x * x * x + 3 * x - b) % p == 0, "its key is not on the curve")
    pair = Der(signature)
    require(pair.end == len(signature) and len(pair.parts()) == 2, "its signature is not canonical")
    r, s = (part.number() for part in pair.parts())
    if not (0 < r < n and 0 < s < n):
        return False
    z = int.from_bytes(digest, "big") >> max(0, 8 * len(digest) - n.bit_length())
    w = pow(s, -1, n)
    point = on_curve_add(p, on_curve_multiply(p, z * w % n, base), on_curve_multiply(p, r * w % n, (x, y)))
    return point is not None and point[0] % n == r


def is_rsa(key, signature, digest, name):
    n, e = (part.number() for part in Der(key).parts())
    size = (n.bit_length() + 7) // 8
    which = next(body for body, each in DIGESTS.items() if each == name)
    named = bytes([0x30, 2 + len(which) + 2, 6, len(which)]) + which + b"\5\0"
    info = bytes([0x30, len(named) + 2 + len(digest)]) + named + bytes([4, len(digest)]) + digest
    wanted = b"\0\1" + b"\xff" * (size - 3 - len(info)) + b"\0" + info
    return len(signature) == size and pow(int.from_bytes(signature, "big"), e, n).to_bytes(size, "big") == wanted


class Certificate:
    def __init__(self, der):
        self.der = der
        whole = Der(der)
        require(whole.end == len(der) and whole.tag == 0x30, "a certificate is not canonical")
        self.signed, self.algorithm, self.signature = whole.parts()
        fields = [part for part in self.signed.parts() if part.tag != 0xA0]
        self.serial, self.issuer, self.subject = fields[0].number(), fields[2].whole, fields[4].whole
        self.validity = [moment(part) for part in fields[3].parts()]
        (kind, *curve), self.key = [part.body for part in fields[5].parts()[0].parts()], fields[5].parts()[1].body[1:]
        self.kind, self.curve = kind, curve[0] if curve else b""
        self.extensions = {}
        for part in fields[6:]:
            if part.tag == 0xA3:
                for extension in part.parts()[0].parts():
                    name, *critical, value = extension.parts()
                    self.extensions[name.body] = (bool(critical), value.body)

    def signed_this(self, data, signature, name):
        digest = hashlib.new(name, data).digest()
        if self.kind == RSA:
            return is_rsa(self.key, signature, digest, name)
        require(self.kind == EC, "its key is of a kind that is not known here; use verify.sh")
        return is_ecdsa(self.curve, self.key, signature, digest)

    def vouches_for(self, other):
        constraints = self.extensions.get(CONSTRAINTS, (False, b"\x30\0"))[1]
        may = any(part.tag == 1 and part.body == b"\xff" for part in Der(constraints).parts())
        name = SIGNATURES.get(other.algorithm.parts()[0].body)
        return (may and other.issuer == self.subject and name is not None
                and self.signed_this(other.signed.whole, other.signature.body[1:], name))


def moment(part):
    text = re.sub(r"\.\d+", "", part.body.decode("ascii"))
    if part.tag == 0x17:
        text = ("19" if text >= "5" else "20") + text
    then = datetime.datetime.strptime(text, "%Y%m%d%H%M%SZ")
    return int(then.replace(tzinfo=datetime.timezone.utc).timestamp())


def trusted_of(pem):
    blocks = re.findall(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----", pem)
    require(blocks, "no certificate is trusted")
    return [Certificate(base64.b64decode(block)) for block in blocks]


def is_believed(certificate, trusted, others, at, depth=8):
    if any(certificate.der == each.der for each in trusted):
        return True
    if depth == 0 or not certificate.validity[0] <= at <= certificate.validity[1]:
        return False
    return any(each.vouches_for(certificate) and is_believed(each, trusted, others, at, depth - 1)
               for each in trusted + others)


def attributes_of(signer):
    attributes = next((part for part in signer.parts() if part.tag == 0xA0), None)
    require(attributes, "it signs no attributes")
    found = {}
    for attribute in attributes.parts():
        name, values = attribute.parts()
        require(name.body not in found and len(values.parts()) == 1, "an attribute is there twice")
        found[name.body] = values.parts()[0]
    return found, b"\x31" + attributes.whole[1:]


def signer_of(token, trusted):
    """Returns what is stamped (TSTInfo), who signed it, and the certificates that came along."""
    kind, content = token.parts()
    require(kind.body == SIGNED_DATA, "its token is not signed")
    fields = content.parts()[0].parts()
    kind, inner = fields[2].parts()
    require(kind.body == STAMP_INFO, "its token is not of a time stamp")
    info = inner.parts()[0].body
    brought = [Certificate(each.whole) for part in fields[3:] if part.tag == 0xA0 for each in part.parts()]
    signers = fields[-1].parts()
    require(len(signers) == 1, "it is not signed by one")
    parts = signers[0].parts()
    issuer, serial = parts[1].parts()
    attributes, signed = attributes_of(signers[0])
    name = DIGESTS.get(parts[2].parts()[0].body)
    require(name, "its hash is not known here; use verify.sh")
    require(attributes[CONTENT_TYPE].body == STAMP_INFO, "its token is not of a time stamp")
    require(attributes[MESSAGE_DIGEST].body == hashlib.new(name, info).digest(), "its token was changed")
    who = next((c for c in brought + trusted if c.issuer == issuer.whole and c.serial == serial.number()), None)
    require(who, "it does not bring the certificate it is signed with")
    signature = next(part for part in parts[4:] if part.tag == 4).body
    require(who.signed_this(signed, signature, name), "its signature does not hold")
    require_named(who, attributes)
    return info, who, brought


def require_named(who, attributes):
    """The signature says by which certificate it is meant to be checked (RFC 5816)."""
    newer = SIGNER_V2 in attributes
    require(newer or SIGNER_V1 in attributes, "it does not say by whom it is signed")
    first = attributes[SIGNER_V2 if newer else SIGNER_V1].parts()[0].parts()[0].parts()
    name = "sha1"
    if newer:
        name = DIGESTS.get(first.pop(0).parts()[0].body) if first[0].tag == 0x30 else "sha256"
    require(name and first[0].body == hashlib.new(name, who.der).digest(), "it is signed by another certificate than it says")


def check(response, stamped, pem):
    """Returns the time (seconds) and the SHA-256 of the first trusted certificate; raises NotValid."""
    try:
        whole = Der(response)
        require(whole.end == len(response), "it is not in canonical form")
        parts = whole.parts()
        require(parts[0].parts()[0].number() in (0, 1) and len(parts) == 2, "the authority refused to stamp")
        trusted = trusted_of(pem)
        info, who, brought = signer_of(parts[1], trusted)
        fields = Der(info).parts()
        algorithm, imprint = fields[2].parts()
        require(DIGESTS.get(algorithm.parts()[0].body) == "sha256", "it is not over a SHA-256")
        require(imprint.body == hashlib.sha256(stamped).digest(), "it stamps other bytes")
        at = moment(fields[4])
        critical, purposes = who.extensions.get(KEY_PURPOSES, (False, b"\x30\0"))
        require(critical and [part.body for part in Der(purposes).parts()] == [STAMPING], "its certificate is not for time stamps")
        require(who.validity[0] <= at <= who.validity[1], "its certificate was not in force then")
        require(is_believed(who, trusted, brought, at), "no trusted certificate vouches for it")
        return at, hashlib.sha256(trusted[0].der).hexdigest()
    except (ValueError, IndexError, KeyError, StopIteration, binascii.Error) as malformed:
        raise NotValid(f"it cannot be read ({type(malformed).__name__})")
