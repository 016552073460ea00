import { readdirSync } from 'node:fs';

/** The speeches of the corpus that rules and tables may be tried on and learnt from: the first half. */
export function tuningSpeeches(directory: string): string[] {
  const names = speechNames(directory);
  return names.slice(0, Math.floor(names.length / 2));
}

/** The other half, held out for measuring. */
export function heldOutSpeeches(directory: string): string[] {
  const names = speechNames(directory);
  return names.slice(Math.floor(names.length / 2));
}

function speechNames(directory: string): string[] {
  return readdirSync(directory).filter((name) => name.endsWith('.md')).sort();
}
