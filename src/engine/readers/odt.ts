import type { SourceText } from '../../core/speech/sourceText.ts';
import { unpack } from './archive.ts';
import type { ReadingLimits } from './limits.ts';
import { ReadFailure } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';
import { walkXml } from './xml.ts';

const silent = new Set(['text:note', 'text:tracked-changes', 'office:annotation', 'office:forms', 'text:bibliography']);

/** Reads an OpenDocument text: paragraphs, headings with their level, a table's row as a line. Notes are left out. */
export function readOdt(bytes: Uint8Array, limits: ReadingLimits): SourceText {
  const part = unpack(bytes, (name) => name === 'content.xml', limits).get('content.xml');
  if (part === undefined) throw new ReadFailure('damaged', '这个 ODT 文档缺少正文，可能已经损坏。');
  const out = new SourceBuilder(limits);
  const open: { text: string; level: number | null }[] = [];
  const rows: string[][] = [];
  let muted = 0;
  walkXml(new TextDecoder().decode(part), {
    open(name, attributes) {
      if (silent.has(name)) muted += 1;
      if (name === 'text:p') open.push({ text: '', level: null });
      else if (name === 'text:h') open.push({ text: '', level: Number(attributes.get('text:outline-level') ?? 1) });
      else if (name === 'table:table-row') rows.push([]);
      else if (name === 'table:table-cell') rows.at(-1)?.push('');
      const paragraph = open.at(-1);
      if (paragraph === undefined || muted > 0) return;
      if (name === 'text:tab') paragraph.text += '\t';
      else if (name === 'text:line-break') paragraph.text += '\n';
      else if (name === 'text:s') paragraph.text += ' '.repeat(Math.min(20, Number(attributes.get('text:c') ?? 1) || 1));
    },
    text(text) {
      const paragraph = open.at(-1);
      if (paragraph !== undefined && muted === 0) paragraph.text += text.replace(/\s+/g, ' ');
    },
    close(name) {
      if (silent.has(name)) muted -= 1;
      if (name === 'table:table-row') {
        const row = (rows.pop() ?? []).join('\t');
        if (row.trim() !== '') out.add(row, { table: true });
      } else if (name === 'text:p' || name === 'text:h') {
        const paragraph = open.pop();
        if (paragraph === undefined || muted > 0) return;
        const row = rows.at(-1);
        if (row !== undefined && row.length > 0) row[row.length - 1] = `${row.at(-1) ?? ''} ${paragraph.text}`.trim();
        else out.add(paragraph.text, { level: paragraph.level });
      }
    },
  }, limits);
  return out.build();
}
