import type { Outline, Paragraph, Section } from '../../core/contracts.ts';

/** Limits of what is read; a file that hits one says which. */
export interface ReadingLimits {
  /** Largest file in bytes. */
  readonly maxBytes: number;
}

export interface ReadDocument {
  readonly outline: Outline;
  /** The clean text, a paragraph a line. */
  readonly text: string;
  readonly format: string;
  /** Line of the source for an offset of the clean text; `null` for formats without lines. */
  lineOf(offset: number): number | null;
  pageOf(offset: number): number | null;
}

/** Why a document cannot be read, as one Chinese sentence. */
export class UnreadableError extends Error {}

const metadata = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** Reads Markdown and plain text in UTF-8 or GB18030. */
export async function readDocument(bytes: Uint8Array, fileName: string, limits: ReadingLimits): Promise<ReadDocument> {
  if (bytes.length > limits.maxBytes) throw new UnreadableError('文件超过大小上限');
  if (!/\.(md|markdown|txt)$/i.test(fileName)) throw new UnreadableError('暂不支持这种格式');
  const source = decode(bytes);
  const head = metadata.exec(source);
  const field = (name: string): string | null => new RegExp(`^${name}: *(.+)$`, 'm').exec(head?.[1] ?? '')?.[1]?.trim() ?? null;
  const offsets: { offset: number; line: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  let title = field('title');
  const top: Paragraph[] = [];
  const sections: Section[] = [];
  const open: { level: number; section: Section }[] = [];
  source.split('\n').forEach((raw, index) => {
    if (index < (head?.[0].split('\n').length ?? 1) - 1) return;
    const line = raw.trim();
    if (line === '') return;
    const heading = /^(#{1,6}) +(.*)$/.exec(line);
    const text = heading?.[2] ?? line;
    const span = { start: length, end: length + text.length };
    offsets.push({ offset: length, line: index + 1 });
    parts.push(text);
    length += text.length + 1;
    if (heading?.[1] === '#') {
      title ??= text;
    } else if (heading !== null) {
      const level = (heading[1]?.length ?? 2) - 1;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const section: Section = { level: open.length + 1, ordinal: null, heading: text, span, paragraphs: [], sections: [] };
      ((open.at(-1)?.section.sections ?? sections) as Section[]).push(section);
      open.push({ level, section });
    } else {
      ((open.at(-1)?.section.paragraphs ?? top) as Paragraph[]).push({ text, span, role: 'body', placeholders: [] });
    }
  });
  const article = {
    title,
    occasion: field('occasion'),
    organisation: field('organisation'),
    speaker: field('speaker'),
    authors: [],
    date: field('date') ?? field('year'),
    paragraphs: top,
    sections,
  };
  return {
    outline: { file: fileName, articles: [article], problems: [] },
    text: parts.join('\n'),
    format: /txt$/i.test(fileName) ? 'txt' : 'md',
    lineOf: (offset) => offsets.findLast((each) => each.offset <= offset)?.line ?? null,
    pageOf: () => null,
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so it is taken for the encoding that Chinese Windows writes.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
