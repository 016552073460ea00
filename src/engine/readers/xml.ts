import type { ReadingLimits } from './limits.ts';
import { exceeds, ReadFailure } from './readFailure.ts';
import { readPrefixes, type Prefixes } from './xmlPrefixes.ts';

/** What a handler is told, in document order. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Attributes of one element, read only when asked for. */
export interface Attributes {
  get(name: string): string | null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Walks the XML of office documents. It knows the five built-in entities and character references and nothing else: a
 * document type, through which entities could expand without end, is refused.
 *
 * @throws ReadFailure `damaged` or `limit` (nesting).
 */
export function walkXml(xml: string, handler: XmlHandler, limits: ReadingLimits): void {
  let depth = 0;
  let at = 0;
  let prefixes: Prefixes | null = null;
  let isRoot = true;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (start > at && depth > 0) handler.text(decodeEntities(xml.slice(at, start)));
    const next = xml.charCodeAt(start + 1);
    if (next === 0x21) {
      at = skipDeclaration(xml, start, handler);
      continue;
    }
    if (next === 0x3f) {
      at = after(xml, '?>', start);
      continue;
    }
    const end = endOfTag(xml, start);
    if (end < 0) throw damaged();
    if (next === 0x2f) {
      depth -= 1;
      const name = xml.slice(start + 2, end).trimEnd();
      handler.close(prefixes?.element(name) ?? name);
    } else {
      const empty = xml.charCodeAt(end - 1) === 0x2f;
      const tag = xml.slice(start + 1, empty ? end - 1 : end);
      if (isRoot) prefixes = readPrefixes(tag);
      isRoot = false;
      const written = /^[^\s/>]+/.exec(tag)?.[0] ?? '';
      const name = prefixes?.element(written) ?? written;
      depth += 1;
      if (depth > limits.nesting) throw exceeds('nesting', limits);
      handler.open(name, attributesOf(tag, prefixes));
      if (empty) {
        depth -= 1;
        handler.close(name);
      }
    }
    at = end + 1;
  }
}

function skipDeclaration(xml: string, start: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start);
  if (xml.startsWith('<![CDATA[', start)) {
    const end = xml.indexOf(']]>', start);
    if (end < 0) throw damaged();
    handler.text(xml.slice(start + 9, end));
    return end + 3;
  }
  throw new ReadFailure('damaged', '文档里有不允许的实体声明，为安全起见不读取。');
}

function after(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw damaged();
  return end + mark.length;
}

/** Where a tag ends: a `>` within the quotes of an attribute does not end it. */
function endOfTag(xml: string, start: number): number {
  let end = xml.indexOf('>', start);
  // Nearly every tag ends with a closing quote, or `/` behind it.
  const last = xml.charCodeAt(end - 1) === 0x2f ? end - 2 : end - 1;
  if (xml.charCodeAt(last) === 0x22 && xml.charCodeAt(last - 1) !== 0x3d) return end;
  for (let from = start; end >= 0; ) {
    const quote = openQuote(xml, from, end);
    if (quote === '') return end;
    const closed = xml.indexOf(quote, end);
    if (closed < 0) return -1;
    from = closed + 1;
    end = xml.indexOf('>', from);
  }
  return end;
}

/** The quote that is open at `end` where none is at `from`. */
function openQuote(xml: string, from: number, end: number): string {
  let open = '';
  for (let index = from; index < end; index += 1) {
    const unit = xml.charCodeAt(index);
    if (unit !== 0x22 && unit !== 0x27) continue;
    const quote = unit === 0x22 ? '"' : "'";
    if (open === '') open = quote;
    else if (open === quote) open = '';
  }
  return open;
}

function attributesOf(tag: string, prefixes: Prefixes | null): Attributes {
  return {
    get(name) {
      if (prefixes === null) return attributeOf(tag, name);
      for (const written of prefixes.attributes(name)) {
        const value = attributeOf(tag, written);
        if (value !== null) return value;
      }
      return null;
    },
  };
}

function attributeOf(tag: string, name: string): string | null {
  let at = tag.indexOf(`${name}=`);
  while (at > 0 && !isSpace(tag.charCodeAt(at - 1))) at = tag.indexOf(`${name}=`, at + 1);
  if (at <= 0) return null;
  const quote = tag.charAt(at + name.length + 1);
  const end = tag.indexOf(quote, at + name.length + 2);
  return end < 0 ? null : decodeEntities(tag.slice(at + name.length + 2, end));
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function damaged(): ReadFailure {
  return new ReadFailure('damaged', '文档内部的 XML 不完整，无法读取。');
}
