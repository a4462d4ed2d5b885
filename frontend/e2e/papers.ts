import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
