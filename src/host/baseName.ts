/** The last name of a path, be it of a file or a folder, with either kind of slash. */
export function baseName(path: string): string {
  // The folder of a drive has no name: `d:\\`.
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
