import type { Skeleton } from '../contracts.ts';
import { initialText, parseSnippet } from './snippetSyntax.ts';

interface SnippetEntry {
  readonly prefix?: unknown;
  readonly description?: unknown;
  readonly body?: unknown;
  readonly isFileTemplate?: unknown;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function asLines(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isStrings(value) ? value.join('\n') : null;
}

/**
 * Reads a VS Code snippet file (`{ "思想引领": { "prefix": …, "body": … } }`) as skeletons, in the file's order.
 * An entry without a body is passed over. A whole speech is named after its occasion.
 *
 * @throws SyntaxError where the file is not JSON
 */
export function readSkeletons(json: string): Skeleton[] {
  const file = JSON.parse(json) as Readonly<Record<string, SnippetEntry>>;
  const skeletons: Skeleton[] = [];
  for (const [name, entry] of Object.entries(file)) {
    const body = asLines(entry.body);
    if (body === null) continue;
    const prefix = typeof entry.prefix === 'string' ? [entry.prefix] : isStrings(entry.prefix) ? entry.prefix : [];
    const wholeSpeech = entry.isFileTemplate === true;
    const description = asLines(entry.description) ?? '';
    skeletons.push({ name, prefix, occasion: wholeSpeech ? name : null, description, body, wholeSpeech });
  }
  return skeletons;
}

/** The text that a skeleton puts into the draft before anything is filled in. */
export function previewOf(skeleton: Skeleton): string {
  return initialText(parseSnippet(skeleton.body).nodes);
}

/** The heads of a skeleton, without Markdown's marks: `一、… / （一）…`. Its first lines where it has no heads. */
export function headsOf(skeleton: Skeleton): string[] {
  const lines = previewOf(skeleton).split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const heads = lines.filter((line) => line.startsWith('#')).map((line) => line.replace(/^#+\s*/, ''));
  return heads.length > 0 ? heads : lines.slice(0, 2);
}
