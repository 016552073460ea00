import { readdirSync } from 'node:fs';

/** The speeches of the corpus that rules and tables may be tried on and learnt from: the first three quarters. */
export function tuningSpeeches(directory: string): string[] {
  const names = speechNames(directory);
  return names.slice(0, Math.floor((names.length * 3) / 4));
}

/** The last quarter, held out for measuring. */
export function heldOutSpeeches(directory: string): string[] {
  const names = speechNames(directory);
  return names.slice(Math.floor((names.length * 3) / 4));
}

function speechNames(directory: string): string[] {
  return readdirSync(directory).filter((name) => name.endsWith('.md')).sort();
}
