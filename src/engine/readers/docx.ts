import type { SourceText } from '../../core/speech/sourceText.ts';
import { unpack } from './archive.ts';
import { decodePage, decodeText } from './decodeText.ts';
import { BodyReader } from './docxBody.ts';
import { readNumbering } from './docxNumbering.ts';
import { readStyles } from './docxStyles.ts';
import { readHtml } from './html.ts';
import type { ReadingLimits } from './limits.ts';
import { readMht } from './mht.ts';
import { ReadFailure } from './readFailure.ts';
import { readRtf } from './rtf.ts';
import { walkXml } from './xml.ts';

/** Some programs name the body differently, or write `\` between folders. */
const bodyPart = /^\/?word[/\\]document\d*\.xml$/i;
const numberingPart = /^\/?word[/\\]numbering\d*\.xml$/i;
const stylesPart = /^\/?word[/\\]styles\d*\.xml$/i;
const relationsPart = /(?:^|[/\\])_rels[/\\][^/\\]*\.rels$/i;
/** What programs that put documents together leave to Word to take in, and sites that export to Word their page. */
const chunkPart = /\.(?:mht|mhtml|html?|xhtml|rtf|txt|docx)$/i;

/** Documents within documents within documents are not looked for. */
const deepestChunk = 2;

/** Whether an archive is a Word document. */
export function isDocx(names: readonly string[]): boolean {
  return names.some((name) => bodyPart.test(name)) || (names.includes('[Content_Types].xml') && names.some((name) => /^\/?word[/\\]/i.test(name)));
}

/**
 * Reads a Word document: paragraphs with the numbers that Word generates, headings by style or outline level, a table's
 * row as a line with tabs between cells. Foot- and endnotes, comments, hidden text and deleted revisions are left out.
 */
export function readDocx(bytes: Uint8Array, limits: ReadingLimits, depth = 0): SourceText {
  const relations = unpack(bytes, (name) => relationsPart.test(name), limits);
  const main = bodyName(relations, limits);
  const isBody = (name: string): boolean => bodyPart.test(name) || name === main;
  const files = unpack(bytes, (name) => isBody(name) || numberingPart.test(name) || stylesPart.test(name) || chunkPart.test(name), limits);
  const xml = (fits: (name: string) => boolean): string | null => {
    for (const [path, part] of files) if (fits(path)) return decodeText(part);
    return null;
  };
  const body = xml(isBody);
  if (body === null) throw new ReadFailure('damaged', '这个 Word 文档缺少正文，可能已经损坏。');
  const targets = new Map<string, string>();
  for (const [path, part] of relations) if (/word[/\\]_rels[/\\]/i.test(path)) for (const [id, { target }] of readRelations(part, limits)) targets.set(id, target);
  const chunk = (id: string): SourceText | null => {
    const target = targets.get(id) ?? '';
    const name = [...files.keys()].find((path) => chunkPart.test(path) && (path === target.replace(/^\//, '') || path === `word/${target}`)) ?? [...files.keys()].find((path) => chunkPart.test(path));
    const part = name === undefined ? undefined : files.get(name);
    return name === undefined || part === undefined || depth >= deepestChunk ? null : readChunk({ name, bytes: part }, limits, depth);
  };
  return readWordXml(body, { numbering: xml((name) => numberingPart.test(name)), styles: xml((name) => stylesPart.test(name)), chunk }, limits);
}

/** The part that a package says is its document, where that is not named as Word names it. */
function bodyName(relations: ReadonlyMap<string, Uint8Array>, limits: ReadingLimits): string | null {
  for (const [path, part] of relations) {
    if (!/^\/?_rels[/\\]/i.test(path)) continue;
    for (const { kind, target } of readRelations(part, limits).values()) if (kind.endsWith('/officeDocument')) return target.replace(/^\//, '');
  }
  return null;
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** What the parts of a package are to each other, by the name that the text gives them; nothing where that is broken. */
function readRelations(part: Uint8Array, limits: ReadingLimits): Map<string, Relation> {
  const found = new Map<string, Relation>();
  try {
    walkXml(decodeText(part), {
      open(name, attributes) {
        if (name === 'Relationship') found.set(attributes.get('Id') ?? '', { kind: attributes.get('Type') ?? '', target: attributes.get('Target') ?? '' });
      },
      close() {
        // Relations hold attributes only.
      },
      text() {
        // Relations hold attributes only.
      },
    }, limits);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  }
  return found;
}

function readChunk({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }, limits: ReadingLimits, depth: number): SourceText {
  if (/\.mht(?:ml)?$/i.test(name)) return readMht(bytes, limits);
  if (/\.rtf$/i.test(name)) return readRtf(bytes, limits);
  if (/\.docx$/i.test(name)) return readDocx(bytes, limits, depth + 1);
  if (/\.txt$/i.test(name)) return { text: decodeText(bytes), hints: [], layout: 'lines' };
  return readHtml(decodePage(bytes), limits);
}

export interface WordParts {
  readonly numbering: string | null;
  readonly styles: string | null;
  /** The text that stands in a part of its own, by the name of its relation. */
  readonly chunk?: (id: string) => SourceText | null;
}

/** Reads the XML of a Word document's body; Word 2003 wrote it as a file of its own. */
export function readWordXml(body: string, { numbering, styles: look, chunk = () => null }: WordParts, limits: ReadingLimits): SourceText {
  const styles = readStyles(look, limits);
  const lists = readNumbering(numbering, limits, (style) => styles.get(style)?.list?.id ?? null);
  const reader = new BodyReader({ limits, lists, styles, chunk });
  walkXml(body, reader, limits);
  return reader.finish();
}
