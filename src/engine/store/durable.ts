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
    patiently(() => renameSync(name, file));
  } catch (error) {
    if (handle !== null) closeSync(handle);
    removeQuietly(name);
    throw error;
  }
  flushFolder(dirname(file));
}

/** What Windows says while a virus scanner or an indexing service has a new file open for a moment. */
const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Pauses before another try, in milliseconds: a second altogether. */
const pauses = [10, 30, 60, 120, 250, 500];

/** Does what a file that is open elsewhere keeps from being done, and tries again on Windows, where that passes. */
export function patiently<T>(work: () => T, windows = process.platform === 'win32'): T {
  for (const pause of windows ? pauses : []) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && passing.has(String(error.code)))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  return work();
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
