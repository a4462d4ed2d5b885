import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { muniment } from './server';

const pictures = join(import.meta.dirname, '../../target/screenshots');

/** What a reader of the PDF reads, by a program that did not write it; white space counts as one space. */
export function readBack(pdf: string): string {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Leaves a picture of each page beside those of the screens, for somebody to look at. */
export function picture(pdf: string, name: string): void {
  mkdirSync(pictures, { recursive: true });
  execFileSync('pdftoppm', ['-png', '-r', '70', pdf, join(pictures, name)]);
}

/** Asks the archive's own inspector; throws with what it found if anything withheld can be recovered. */
export function holdsNothingOf(pdf: string, terms: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-terms-'));
  try {
    const file = join(folder, 'terms.txt');
    writeFileSync(file, `${terms.join('\n')}\n`);
    const { status, stdout, stderr } = spawnSync(muniment, ['inspect', pdf, '--absent', file], {
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new Error(`inspect answers ${status ?? 'nothing'} for ${pdf}: ${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Unpacks a downloaded set; returns its files by name. */
export function unpacked(zip: string, passphrase = ''): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-release-'));
  const script = [
    'import sys, zipfile',
    'z = zipfile.ZipFile(sys.argv[1])',
    'z.extractall(sys.argv[2], pwd=sys.argv[3].encode() or None)',
  ].join('\n');
  execFileSync('python3', ['-c', script, zip, folder, passphrase]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(files.map((file) => [file.name, join(file.parentPath, file.name)]));
}
