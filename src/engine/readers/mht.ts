import type { SourceText } from '../../core/speech/sourceText.ts';
import { decodePage, decodeText } from './decodeText.ts';
import { readHtml } from './html.ts';
import type { ReadingLimits } from './limits.ts';
import { ReadFailure } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';

interface Part {
  readonly type: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

/** Messages within messages; each is searched once more for its boundaries. */
const deepest = 8;

/**
 * Reads a page that a browser or Word saved as one file (MHTML): the page itself, which comes first, decoded as any other
 * page. Its frames are left out: in saved pages they hold advertisements. A mail library would run all of them together
 * and would take the page's encoding from the part's header, where it often is not.
 */
export function readMht(bytes: Uint8Array, limits: ReadingLimits): SourceText {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = firstPart(message, 0);
  if (found === null) throw new ReadFailure('damaged', '网页存档里没有网页正文，可能已经损坏。');
  if (found.type === 'text/html') return readHtml(decodePage(found.bytes, found.charset), limits);
  const out = new SourceBuilder(limits);
  out.add(decodeText(found.bytes));
  return out.build('lines');
}

/** The first page of a message, else its first plain text; `null` where there is neither. */
function firstPart(message: string, depth: number): Part | null {
  if (depth > deepest) return null;
  const gap = /\r?\n\r?\n/.exec(message);
  if (gap === null) return null;
  const fields = readFields(message.slice(0, gap.index));
  const body = message.slice(gap.index + gap[0].length);
  const type = (fields.get('content-type') ?? 'text/html').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type.startsWith('multipart/')) {
    const boundary = parameterOf(fields.get('content-type') ?? '', 'boundary');
    if (boundary === null) return null;
    const parts = splitParts(body, boundary);
    let plain: Part | null = null;
    for (const part of parts) {
      const found = firstPart(part, depth + 1);
      if (found?.type === 'text/html') return found;
      plain ??= found;
    }
    return plain;
  }
  if (type !== 'text/html' && type !== 'text/plain' && type !== 'application/xhtml+xml') return null;
  const charset = parameterOf(fields.get('content-type') ?? '', 'charset');
  return { type: type === 'text/plain' ? type : 'text/html', charset, bytes: unwrap(body, fields.get('content-transfer-encoding') ?? '') };
}

/** Header fields by lower-case name, continuation lines joined. */
function readFields(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

function parameterOf(field: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field);
  return found === null ? null : (found[1] ?? found[2] ?? null);
}

/** What stands between the boundary lines; a file that was cut has no last one. */
function splitParts(body: string, boundary: string): string[] {
  const parts: string[] = [];
  const mark = `--${boundary}`;
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body.charCodeAt(at - 1) !== 10) continue;
    if (start >= 0) parts.push(body.slice(start, at));
    const line = body.indexOf('\n', at);
    start = line < 0 ? body.length : line + 1;
    if (body.startsWith('--', at + mark.length)) return parts;
  }
  if (start >= 0) parts.push(body.slice(start));
  return parts;
}

function unwrap(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(
        body.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );
    default:
      return Buffer.from(body, 'latin1');
  }
}
