import type { FSWatcher, Stats } from 'node:fs';
import { statSync, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ignoreFile } from '../indexing/ignoreRules.ts';
import { isDocument, isHidden } from '../indexing/walkRoot.ts';

/** Changes are gathered for so long, since editors write a file in several steps; where they do not end, for twice as long. */
const gathering = 250;

/** More changes than this at once are told as "look at the whole root": an empty list of files. */
const mostFiles = 200;

/** How often it is looked whether a root went, came, or was made anew, in milliseconds. */
const checking = 2_000;

/** What a folder is told by when another takes its place: its number and its age. `null` where there is none. */
type Identity = Stats | null;

interface WatchedRoot {
  watcher: FSWatcher | null;
  identity: Identity;
}

/**
 * Watches roots for changes; one that is not there yet, or goes and comes back, is watched once it is there. Where the system
 * cannot watch a folder (a network drive, too many folders) nothing is told, and the root is brought up to date at the next
 * start or by the writer's command.
 */
export class RootWatcher {
  private readonly onChange: (root: string, files: readonly string[]) => void;
  private readonly roots = new Map<string, WatchedRoot>();
  private readonly changed = new Map<string, Set<string>>();
  private gatheringSince: number | null = null;
  private timer: NodeJS.Timeout | undefined;
  private checks: NodeJS.Timeout | undefined;

  constructor(onChange: (root: string, files: readonly string[]) => void) {
    this.onChange = onChange;
  }

  watch(roots: readonly string[]): void {
    for (const [root, { watcher }] of this.roots) {
      if (roots.includes(root)) continue;
      watcher?.close();
      this.roots.delete(root);
    }
    for (const root of roots) if (!this.roots.has(root)) this.start(root, identityOf(root));
    clearInterval(this.checks);
    if (this.roots.size === 0) return;
    this.checks = setInterval(() => void this.check(), checking);
    this.checks.unref();
  }

  private start(root: string, identity: Identity): void {
    const watched: WatchedRoot = { watcher: null, identity };
    this.roots.set(root, watched);
    if (identity === null) return;
    const stop = (error: unknown): void => {
      console.error(`watching ${root}: ${String(error)}`);
      // A link in it that leads in a circle, or a file without the right to it, ends nothing, but what came with it was not told.
      if (!isExhausted(error)) return this.note(root, { kind: 'rename', name: null });
      watched.watcher?.close();
      watched.watcher = null;
    };
    try {
      watched.watcher = watch(root, { recursive: true, persistent: false }, (kind, name) => this.note(root, { kind, name }));
      watched.watcher.on('error', stop);
    } catch (error) {
      stop(error);
    }
  }

  /** Looks for roots that went, came or are others than before, as an external drive's are. */
  private async check(): Promise<void> {
    for (const [root, watched] of [...this.roots]) {
      const identity = await stat(root).then(
        (found): Identity => found,
        () => null,
      );
      if (this.roots.get(root) !== watched) continue;
      const { identity: before } = watched;
      // Some file systems number their folders anew at every look; a new one has another age as well.
      if (before !== null && identity !== null && (before.ino === identity.ino || before.birthtimeMs === identity.birthtimeMs)) continue;
      if (before === identity) continue;
      watched.watcher?.close();
      this.start(root, identity);
      if (identity !== null) this.onChange(root, []);
    }
  }

  private note(root: string, { kind, name }: { readonly kind: string; readonly name: string | null }): void {
    // The root itself was moved: what was watched is somewhere else now, even where it is back in a moment.
    if (name === '') {
      const watched = this.roots.get(root);
      watched?.watcher?.close();
      this.roots.set(root, { watcher: null, identity: null });
      return;
    }
    if (name !== null && isNoise(root, { kind, name })) return;
    const files = this.changed.get(root) ?? new Set<string>();
    this.changed.set(root, files);
    files.add(name === null ? root : join(root, name));
    // A file that is written without end must not keep the others waiting.
    this.gatheringSince ??= Date.now();
    if (Date.now() - this.gatheringSince > gathering) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), gathering);
  }

  private flush(): void {
    this.gatheringSince = null;
    for (const [root, files] of this.changed) {
      // A folder that came shows as one name, and new rules concern any file: then the whole root is looked at.
      const whole = files.size > mostFiles || [...files].some((file) => file === root || basename(file) === ignoreFile || isFolder(file));
      this.onChange(root, whole ? [] : [...files]);
    }
    this.changed.clear();
  }
}

/** What nobody reads: folders of tools, files of other kinds, and folders that only hold something that changed. */
function isNoise(root: string, { kind, name }: { readonly kind: string; readonly name: string }): boolean {
  const names = name.split(/[\\/]/);
  const last = names.at(-1) ?? '';
  if (names.slice(0, -1).some(isHidden)) return true;
  if (last === ignoreFile) return false;
  if (isHidden(last)) return true;
  // A folder that came, went or moved shows as `rename`.
  return !isDocument(last) && (kind === 'change' || isFile(join(root, name)));
}

/** Whether the system has no more room for watching. */
function isExhausted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EMFILE', 'ENFILE', 'ENOMEM'].includes(String(error.code));
}

function identityOf(path: string): Identity {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function isFile(path: string): boolean {
  return identityOf(path)?.isFile() === true;
}

function isFolder(path: string): boolean {
  return identityOf(path)?.isDirectory() === true;
}
