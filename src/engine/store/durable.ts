import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

let temporary = 0;

/**
 * Writes a file so that after any interruption it is there whole or not at all: to a temporary name, flushed to the
 * disk, then renamed. Throws what the file system throws; nothing is left behind then.
 */
export function writeDurably(file: string, parts: readonly Uint8Array[]): void {
  temporary += 1;
  const name = `${file}.tmp-${String(process.pid)}-${String(temporary)}`;
  let handle: number | null = null;
  try {
    handle = openSync(name, 'wx');
    for (const part of parts) {
      for (let written = 0; written < part.length; ) written += writeSync(handle, part, written, part.length - written);
    }
    fsyncSync(handle);
    closeSync(handle);
    handle = null;
    renameSync(name, file);
  } catch (error) {
    if (handle !== null) closeSync(handle);
    removeQuietly(name);
    throw error;
  }
  flushFolder(dirname(file));
}

/**
 * Makes a folder with all that leads to it. Node's own `recursive` never comes back where the system says ENOENT for a
 * folder whose parent is there, as it does below /proc and on some network drives.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(folder)) throw error;
  }
}

/** Makes the rename itself durable. Windows has no such call for folders and keeps the order by itself. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes a file that is no longer needed; one that is still open elsewhere (Windows) stays until the next time. */
export function removeQuietly(file: string): boolean {
  try {
    unlinkSync(file);
    return true;
  } catch {
    // Gone already, or held open by another process: both are for the next cleaning.
    return false;
  }
}
