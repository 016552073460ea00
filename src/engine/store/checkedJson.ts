import { readFileSync } from 'node:fs';
import { checksum } from './checksum.ts';
import { writeDurably } from './durable.ts';
import { DamageError } from './pagedFile.ts';

/** A JSON file with its checksum on a line before it. */
export function writeChecked(file: string, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  const head = Buffer.from(`${checksum(body).toString(16).padStart(8, '0')}\n`, 'latin1');
  writeDurably(file, [head, body]);
}

/** Throws a `DamageError` where the file is missing or not what was written. */
export function readChecked(file: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new DamageError(`${file}: ${String(error)}`);
  }
  const body = bytes.subarray(9);
  if (bytes.length < 9 || bytes.toString('latin1', 0, 8) !== checksum(body).toString(16).padStart(8, '0')) {
    throw new DamageError(`${file}: the checksum does not fit`);
  }
  return JSON.parse(body.toString('utf8'));
}
