import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { basename, join } from 'node:path';
import { ignoreFile } from '../indexing/ignoreRules.ts';

/** Changes are gathered for so long, since editors write a file in several steps. */
const gathering = 250;

const hasExtension = /\.[^./\\]+$/;

/** More changes than this at once are told as "look at the whole root": an empty list of files. */
const mostFiles = 200;

/**
 * Watches roots for changes. Where the system cannot watch a folder (a network drive, too many folders) nothing is told,
 * and the root is brought up to date at the next start or by the writer's command.
 */
export class RootWatcher {
  private readonly onChange: (root: string, files: readonly string[]) => void;
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly changed = new Map<string, Set<string>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(onChange: (root: string, files: readonly string[]) => void) {
    this.onChange = onChange;
  }

  watch(roots: readonly string[]): void {
    for (const [root, watcher] of this.watchers) {
      if (roots.includes(root)) continue;
      watcher.close();
      this.watchers.delete(root);
    }
    for (const root of roots) if (!this.watchers.has(root)) this.start(root);
  }

  private start(root: string): void {
    try {
      const watcher = watch(root, { recursive: true, persistent: false }, (kind, name) => this.note(root, { kind, name }));
      watcher.on('error', (error) => {
        console.error(`watching ${root}: ${error.message}`);
        watcher.close();
        this.watchers.delete(root);
      });
      this.watchers.set(root, watcher);
    } catch (error) {
      console.error(`watching ${root}: ${String(error)}`);
    }
  }

  private note(root: string, { kind, name }: { readonly kind: string; readonly name: string | null }): void {
    // Windows tells of a folder too when a file in it was written. A folder that came, went or moved shows as `rename`.
    if (process.platform === 'win32' && kind === 'change' && name !== null && !hasExtension.test(name)) return;
    const files = this.changed.get(root) ?? new Set<string>();
    this.changed.set(root, files);
    files.add(name === null ? root : join(root, name));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), gathering);
  }

  private flush(): void {
    for (const [root, files] of this.changed) {
      // A folder that was moved or removed shows as one name, and new rules concern any file: then the whole root is
      // looked at.
      const folders = [...files].some((file) => !hasExtension.test(file) || basename(file) === ignoreFile);
      this.onChange(root, folders || files.size > mostFiles ? [] : [...files]);
    }
    this.changed.clear();
  }
}
