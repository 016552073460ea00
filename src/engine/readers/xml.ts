import type { ReadingLimits } from './limits.ts';
import { exceeds, ReadFailure } from './readFailure.ts';

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
    const end = xml.indexOf('>', start);
    if (end < 0) throw damaged();
    if (next === 0x2f) {
      depth -= 1;
      handler.close(xml.slice(start + 2, end).trimEnd());
    } else {
      const empty = xml.charCodeAt(end - 1) === 0x2f;
      const tag = xml.slice(start + 1, empty ? end - 1 : end);
      const name = /^[^\s/>]+/.exec(tag)?.[0] ?? '';
      depth += 1;
      if (depth > limits.nesting) throw exceeds('nesting', limits);
      handler.open(name, attributesOf(tag));
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

function attributesOf(tag: string): Attributes {
  return {
    get(name) {
      const at = tag.indexOf(` ${name}=`);
      if (at < 0) return null;
      const quote = tag.charAt(at + name.length + 2);
      const end = tag.indexOf(quote, at + name.length + 3);
      return end < 0 ? null : decodeEntities(tag.slice(at + name.length + 3, end));
    },
  };
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
