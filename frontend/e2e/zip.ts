import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Unpacks a ZIP, plain or encrypted with AES-256 (AE-2), by code that shares nothing with its writer; its files by name. */
export function unpacked(zip: string, passphrase = ''): Map<string, string> {
  const bytes = readFileSync(zip);
  const folder = mkdtempSync(join(tmpdir(), 'muniment-package-'));
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const file = join(folder, basename(name));
    writeFileSync(file, content(bytes, at, passphrase));
    files.set(name, file);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

function content(bytes: Buffer, entry: number, passphrase: string): Buffer {
  const local = bytes.readUInt32LE(entry + 42);
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const stored = bytes.subarray(from, from + bytes.readUInt32LE(entry + 20));
  const method = bytes.readUInt16LE(entry + 10);
  if (method !== 99) return inflated(stored, method);
  const extraFrom = entry + 46 + bytes.readUInt16LE(entry + 28);
  const extra = bytes.subarray(extraFrom, extraFrom + bytes.readUInt16LE(entry + 30));
  const aes = extra.indexOf(Buffer.from([0x01, 0x99]));
  if (extra.readUInt8(aes + 8) !== 3) throw new Error('not AES-256');
  return inflated(decrypted(stored, passphrase), extra.readUInt16LE(aes + 9));
}

const inflated = (packed: Buffer, method: number) => (method === 0 ? packed : inflateRawSync(packed));

/** Salt, two bytes that check the passphrase, the text in counter mode, ten bytes of HMAC. */
function decrypted(stored: Buffer, passphrase: string): Buffer {
  const keys = pbkdf2Sync(passphrase, stored.subarray(0, 16), 1000, 66, 'sha1');
  if (!timingSafeEqual(keys.subarray(64), stored.subarray(16, 18)))
    throw new Error('the passphrase is another');
  const text = stored.subarray(18, -10);
  const mac = createHmac('sha1', keys.subarray(32, 64)).update(text).digest().subarray(0, 10);
  if (!timingSafeEqual(mac, stored.subarray(-10))) throw new Error('the package was changed');
  const blocks = Buffer.alloc(Math.ceil(text.length / 16) * 16);
  for (let block = 0; block * 16 < blocks.length; block++) blocks.writeUInt32LE(block + 1, block * 16);
  const stream = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null)
    .setAutoPadding(false)
    .update(blocks);
  return Buffer.from(text.map((byte, at) => byte ^ (stream[at] ?? 0)));
}
