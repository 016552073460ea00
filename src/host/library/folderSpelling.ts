/** Paths as Windows writes them: with a drive, or on a server. */
const windowsPath = /^(?:[a-z]:(?:[\\/]|$)|[\\/]{2}[^\\/])/iu;

/**
 * One spelling for one folder. `D:/资料/`, `d:\资料` and `D:\资料\` are the same to Windows, and VS Code itself says
 * `d:\资料`; each spelling would be read and stored as a folder of its own. Elsewhere only the last slash is too much.
 */
export function folderSpelling(path: string): string {
  if (!windowsPath.test(path)) return path.length > 1 ? path.replace(/(?<=.)\/+$/u, '') : path;
  const backslashes = path.replace(/\//gu, '\\').replace(/(?<=.)\\{2,}/gu, '\\');
  const bare = backslashes.replace(/(?<=[^\\])\\$/u, '').replace(/^[A-Z](?=:)/u, (drive) => drive.toLowerCase());
  // The folder of a drive needs its backslash: `d:` alone is whatever folder was last used there.
  return /^[a-z]:$/u.test(bare) ? `${bare}\\` : bare;
}

/** Whether two spellings mean one folder; Windows does not tell capitals from small letters. */
export function isSameFolder(one: string, other: string): boolean {
  const [left, right] = [folderSpelling(one), folderSpelling(other)];
  return left === right || (windowsPath.test(left) && left.toLowerCase() === right.toLowerCase());
}
