import { readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { globPattern } from './globPattern.ts';
import { ignoreRules } from './ignoreRules.ts';

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

export interface RootRules {
  /** Whether a file or folder below the root is left out. */
  ignores(key: string): boolean;
}

/** What the settings leave out, and what the ignore files of the root and its folders do. */
export function readRules(root: string, exclude: readonly string[]): RootRules {
  const excluded = exclude.map(globPattern);
  const own = ignoreRules(root);
  return { ignores: (key) => excluded.some((fits) => fits(key)) || own(key) };
}

/** Folders of tools, and the copies that Word keeps of open documents (~$年会.docx). */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'node_modules';
}

/** Whether a file of this name is looked at at all. */
export function isDocument(name: string): boolean {
  return !isHidden(name) && documentExtensions.has(extname(name).toLowerCase());
}

/**
 * The documents of a root. Symbolic links are followed, every folder and file once, so that a link to a folder above it
 * ends. What cannot be read is told to `onTrouble` with a sentence why. Throws where the root itself cannot be read.
 */
export function walkRoot(root: string, rules: RootRules, onTrouble: (key: string, reason: string) => void): FoundFile[] {
  const found: FoundFile[] = [];
  const seen = new Set<string>();
  // The real path of what is no link follows from its folder's: asking for each would be slow on a network drive.
  const visit = (folder: string, below: string, realFolder: string): void => {
    seen.add(realFolder);
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const key = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isHidden(entry.name) || rules.ignores(key)) continue;
      const path = join(folder, entry.name);
      // What is neither is told apart only by looking behind the link.
      if (!entry.isDirectory() && !entry.isSymbolicLink() && !isDocument(entry.name)) continue;
      try {
        const stats = statSync(path);
        const isFolder = stats.isDirectory();
        if (!isFolder && !(stats.isFile() && isDocument(entry.name))) continue;
        const real = entry.isSymbolicLink() ? realpathSync(path) : join(realFolder, entry.name);
        if (seen.has(real)) continue;
        seen.add(real);
        if (isFolder) visit(path, key, real);
        else found.push({ key, path, size: stats.size, changed: Math.round(stats.mtimeMs) });
      } catch (error) {
        if (entry.isDirectory() || isDocument(entry.name)) onTrouble(key, entry.name.includes('\ufffd') ? misnamed : troubleOf(error, entry.isDirectory()));
      }
    }
  };
  visit(root, '', realpathSync(root));
  return found;
}

/** Old archives leave names in GBK behind, by which nothing can be opened. */
const misnamed = '名称里有认不出的字符（编码有误），打不开；请改名后再读。';

/** A broken link, a folder without the right to read it, a drive that went away while it was read. */
export function troubleOf(error: unknown, isFolder: boolean): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const what = isFolder ? '文件夹' : '文件';
  if (code === 'ENOENT') return '链接指向的文件不存在。';
  if (code === 'ELOOP') return '链接绕成了圈，没有读取。';
  if (code === 'EACCES' || code === 'EPERM') return `没有读取这个${what}的权限。`;
  return `${what}不能打开（${code || '原因不明'}）。`;
}
