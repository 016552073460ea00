import { parseDocument } from 'yaml';
import type { KnownFacts } from '../../core/speech/parseSpeech.ts';

export interface FrontMatter extends KnownFacts {
  readonly year: number | null;
  readonly topics: readonly string[];
  /** Length of the block in the text, its closing line included; 0 where there is none. */
  readonly length: number;
}

const none: FrontMatter = { year: null, topics: [], length: 0 };
/** A longer block is no front matter but a text that begins with a rule. */
const longest = 8_000;

/** Reads the YAML block at the head of a Markdown text. Broken YAML counts as text; aliases are never expanded. */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, longest));
  if (match === null) return none;
  const document = parseDocument(match[1] ?? '', { schema: 'core', logLevel: 'silent' });
  if (document.errors.length > 0) return none;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof ReferenceError) return none;
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return none;
  const fields = new Map<string, unknown>(Object.entries(value));
  const date = textOf(fields.get('date')) ?? textOf(fields.get('year'));
  const year = Number(/\d{4}/.exec(textOf(fields.get('year')) ?? date ?? '')?.[0] ?? NaN);
  const topics = fields.get('topics');
  return {
    title: textOf(fields.get('title')),
    occasion: textOf(fields.get('occasion')),
    organisation: textOf(fields.get('organisation')),
    speaker: textOf(fields.get('speaker')),
    date: date !== undefined && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date) ? date : undefined,
    year: Number.isInteger(year) ? year : null,
    topics: Array.isArray(topics) ? topics.map(textOf).filter((topic) => topic !== undefined) : [],
    length: match[0].length,
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
