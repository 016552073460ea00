import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { globPattern, ignoreRules } from './globPattern.ts';

export interface FoundFile {
  /** Path below the root, with `/` between folders. */
  readonly key: string;
  readonly path: string;
  readonly size: number;
  /** Milliseconds. */
  readonly changed: number;
}

/** Formats that are looked at; what cannot be read is reported by the reader. Everything else is passed over. */
const documentExtensions = new Set([
  ...['.md', '.markdown', '.txt', '.html', '.htm', '.xhtml', '.shtml', '.mht', '.mhtml', '.pdf', '.rtf', '.odt'],
  ...['.docx', '.docm', '.dotx', '.doc', '.dot', '.wps', '.wpt'],
  // Formats of documents that are known and not read: the report tells the writer so.
  ...['.ofd', '.ceb', '.cebx', '.caj', '.pages'],
]);

export const ignoreFile = '.speechdraftignore';

export interface RootRules {
  /** Whether a file or folder below the root is left out. */
  ignores(key: string): boolean;
}

export function readRules(root: string, exclude: readonly string[]): RootRules {
  const excluded = exclude.map(globPattern);
  let own: (key: string) => boolean = () => false;
  try {
    own = ignoreRules(readFileSync(join(root, ignoreFile), 'utf8'));
  } catch {
    // Most roots have no ignore file.
  }
  return { ignores: (key) => excluded.some((fits) => fits(key)) || own(key) };
}

/** Folders of tools, and the copies that Word keeps of open documents (~$年会.docx). */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'node_modules';
}

/** Whether a file of this name is looked at at all. */
export function isDocument(name: string): boolean {
  return !isHidden(name) && documentExtensions.has(extname(name).toLowerCase());
}

/**
 * The documents of a root. Symbolic links are followed, every folder once, so that a link to a folder above it ends.
 * A folder that cannot be read is told to `onTrouble`. Throws where the root itself cannot be read.
 */
export function walkRoot(root: string, rules: RootRules, onTrouble: (key: string, reason: string) => void): FoundFile[] {
  const found: FoundFile[] = [];
  const seen = new Set<string>([realpathSync(root)]);
  const seenFiles = new Set<string>();
  const visit = (folder: string, below: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const key = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isHidden(entry.name) || rules.ignores(key)) continue;
      const path = join(folder, entry.name);
      try {
        const stats = statSync(path);
        if (stats.isDirectory()) {
          const real = realpathSync(path);
          if (seen.has(real)) continue;
          seen.add(real);
          visit(path, key);
        } else if (stats.isFile() && isDocument(entry.name)) {
          const real = entry.isSymbolicLink() ? realpathSync(path) : path;
          if (seenFiles.has(real)) continue;
          seenFiles.add(real);
          found.push({ key, path, size: stats.size, changed: Math.round(stats.mtimeMs) });
        }
      } catch (error) {
        // A broken link, a folder without the right to read it, a file removed while walking.
        onTrouble(key, error instanceof Error ? error.message : String(error));
      }
    }
  };
  visit(root, '');
  return found;
}
