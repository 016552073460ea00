import { closeSync, openSync, readFileSync, renameSync, statSync, utimesSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeFolder, removeQuietly } from './durable.ts';

/** A lock whose owner has shown no sign of life for so long is taken over. */
const longestSilence = 30_000;
const heartbeat = 2_000;

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** The exclusive right to write a root's folder. Its owner touches the file every two seconds. */
export class StoreLock {
  private readonly file: string;
  private readonly owner: Owner;
  private readonly timer: NodeJS.Timeout;
  private touched = Date.now();

  private constructor(file: string, owner: Owner) {
    this.file = file;
    this.owner = owner;
    this.timer = setInterval(() => this.beat(), heartbeat);
    this.timer.unref();
  }

  /** Takes the lock of a folder, which is made where it is missing; `null` where another process holds it. */
  static take(folder: string): StoreLock | null {
    makeFolder(folder);
    const file = join(folder, 'lock');
    const owner = { pid: process.pid, host: hostname(), token: randomUUID() };
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (create(file, owner)) return new StoreLock(file, owner);
      if (!takeAway(file)) return null;
    }
    return null;
  }

  /** To be called between steps that keep timers from running. */
  beat(): void {
    if (Date.now() - this.touched < heartbeat / 2) return;
    this.touched = Date.now();
    if (!this.held()) return;
    const now = new Date();
    utimesSync(this.file, now, now);
  }

  /** Whether the lock is still ours; asked before every commit. */
  held(): boolean {
    return readOwner(this.file)?.token === this.owner.token;
  }

  release(): void {
    clearInterval(this.timer);
    if (this.held()) removeQuietly(this.file);
  }
}

function create(file: string, owner: Owner): boolean {
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, JSON.stringify(owner));
  } catch (error) {
    // On a full disk the empty file would keep everyone out until it looks abandoned.
    removeQuietly(file);
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    // No lock, or one that its owner died writing.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes a lock whose owner is dead; false where it lives. */
function takeAway(file: string): boolean {
  const owner = readOwner(file);
  let silence: number;
  try {
    silence = Date.now() - statSync(file).mtimeMs;
  } catch {
    // Released in the meantime.
    return true;
  }
  const dead = owner === null ? silence > heartbeat : owner.host === hostname() && !isAlive(owner.pid);
  if (!dead && silence <= longestSilence) return false;
  // Two processes may come to this at once: the one that moves the file away wins, and it looks at what it moved.
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return true;
  }
  const moved = readOwner(aside);
  if (moved?.token !== owner?.token) {
    // Another process had taken over already, and this is its lock: it gets it back, unless a third one has come.
    try {
      if (readOwner(file) === null) renameSync(aside, file);
    } catch {
      removeQuietly(aside);
    }
    return false;
  }
  removeQuietly(aside);
  return true;
}
