/** How the file of a bundled speech is named in answers: `bundled:science-day.md`. */
const bundledMark = 'bundled:';

export function isBundled(file: string): boolean {
  return file.startsWith(bundledMark);
}

/** `bundled:science-day.md` → `science-day.md`. */
export function bundledName(file: string): string {
  return file.slice(bundledMark.length);
}
