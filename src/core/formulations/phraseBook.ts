import type { LexiconEntry } from './lexiconEntry.ts';

/**
 * The writer's own phrases, as a text file that can be read, edited and handed to colleagues:
 *
 *     # 我的常用语
 *     勇担高水平科技自立自强使命 = 自立自强使命、高水平自立自强
 *     新的提法 < 随附表述里的旧提法
 *     - 不想再看到的表述
 *
 * One phrase a line, short forms after `=`, wording that it takes the place of after `<`; lines that start with `#` are
 * remarks, and `- ` in front says never to offer that wording again. So a writer adds, corrects and retires entries.
 */
export interface PhraseBook {
  readonly phrases: readonly Phrase[];
  readonly never: readonly string[];
}

export interface Phrase {
  readonly text: string;
  readonly aliases: readonly string[];
  /** Wording that is not offered any more; whoever types it is given this phrase. */
  readonly replaces: readonly string[];
}

export const emptyPhraseBook: PhraseBook = { phrases: [], never: [] };

/** What a new phrase book starts with, so that whoever opens the file knows how to write it. */
export const phraseBookTemplate = [
  '# 我的常用语：一行一条，可在“=”后写简称（用“、”隔开）；行首写“- ”表示不再提示这一条。',
  '# 要改正随附的表述，写成“新提法 < 旧提法”：以后只提示新的。',
  '# 这是普通文本文件，可以直接编辑、复制给同事。',
  '',
].join('\n');

/** Reads a phrase book. Every line means something; nothing is an error. */
export function parsePhraseBook(content: string): PhraseBook {
  const phrases: Phrase[] = [];
  const never: string[] = [];
  for (const line of linesOf(content)) {
    const read = readLine(line);
    if (read === null) continue;
    if (read.never) {
      never.push(read.text);
      continue;
    }
    const { text, aliases, replaces } = read;
    phrases.push({ text, aliases, replaces });
    never.push(...replaces.filter((old) => old !== text));
  }
  return { phrases, never };
}

/** The file with a phrase added at its end; unchanged where the phrase stands in it already. */
export function withPhrase(content: string, text: string): string {
  const phrase = oneLine(text);
  if (phrase === '' || parsePhraseBook(content).phrases.some((known) => known.text === phrase)) return content;
  return append(withoutLine(content, phrase), phrase);
}

/** The file without a phrase, and without a `- ` line for it. Remarks and other lines stay as they are. */
export function withoutPhrase(content: string, text: string): string {
  return withoutLine(content, oneLine(text));
}

/** The file with a `- ` line for a wording. */
export function withNever(content: string, text: string): string {
  const wording = oneLine(text);
  if (wording === '' || parsePhraseBook(content).never.includes(wording)) return content;
  return append(withoutLine(content, wording), `- ${wording}`);
}

/** Entries for the lexicon. */
export function phraseEntries(book: PhraseBook, pinyin?: (text: string) => readonly string[] | null): LexiconEntry[] {
  return book.phrases.map(({ text, aliases: short, replaces }) => {
    const aliases = [...short, ...replaces];
    const syllables = pinyin?.(text) ?? null;
    return {
      id: `phrase:${text}`,
      text,
      category: '我的常用语',
      origin: 'phrasebook',
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(syllables === null ? {} : { pinyin: syllables.join(' ') }),
    };
  });
}

interface Line extends Phrase {
  readonly never: boolean;
}

function readLine(line: string): Line | null {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  if (/^[-－]\s/u.test(trimmed)) return { text: trimmed.slice(2).trim(), aliases: [], replaces: [], never: true };
  const [text = ''] = trimmed.split(/\s*[=＝<＜]\s*/u, 1);
  const aliases = listOf(/[=＝]([^=＝<＜]*)/u.exec(trimmed)?.[1] ?? '');
  // Old wording has punctuation of its own (完整、准确、全面…), so several are told apart by a semicolon.
  const replaces = /[<＜]([^=＝<＜]*)/u.exec(trimmed)?.[1]?.split(/[；;]/u).map((old) => old.trim()).filter((old) => old !== '') ?? [];
  return text === '' ? null : { text, aliases, replaces, never: false };
}

function listOf(text: string): string[] {
  return text.split(/[、，,]/u).map((alias) => alias.trim()).filter((alias) => alias !== '');
}

function withoutLine(content: string, text: string): string {
  return linesOf(content).filter((line) => readLine(line)?.text !== text).join(lineEndOf(content));
}

function append(content: string, line: string): string {
  const end = lineEndOf(content);
  return content === '' || content.endsWith('\n') ? `${content}${line}${end}` : `${content}${end}${line}${end}`;
}

/** A file that was written on Windows stays as it is there. */
function lineEndOf(content: string): string {
  return content.includes('\r\n') ? '\r\n' : '\n';
}

function linesOf(content: string): string[] {
  return content.replace(/^\ufeff/u, '').split(/\r?\n/u);
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/gu, '').trim();
}
