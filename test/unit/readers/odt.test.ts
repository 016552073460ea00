import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { defaultLimits } from '../../../src/engine/readers/limits.ts';
import { readRaw } from '../../../src/engine/readers/readDocument.ts';

const uris = ['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
const level = (format: string, suffix: string, more = ''): string =>
  `<text:list-level-style-number text:level="1" style:num-format="${format}" style:num-suffix="${suffix}">${more}</text:list-level-style-number>`;
const styles =
  `<text:list-style style:name="L1">${level('一, 二, 三, ...', '、')}</text:list-style><text:list-style style:name="L2">${level('1', '')}</text:list-style>` +
  `<text:list-style style:name="L3">${level('1', '', '<style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties>')}</text:list-style>` +
  '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>';

async function lines(body: string, prefixes = (xml: string) => xml): Promise<string[]> {
  const content = prefixes(`<office:document-content ${uris}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`);
  const { format, source } = await readRaw(zipSync({ 'content.xml': strToU8(content) }), '文稿.odt', defaultLimits);
  assert.equal(format, 'odt');
  return source.text.split('\n').filter((line) => line.trim() !== '');
}

const list = (style: string, items: string): string => `<text:list text:style-name="${style}">${items}</text:list>`;
const item = (text: string, more = ''): string => `<text:list-item${more}><text:p>${text}</text:p></text:list-item>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.map((cell) => `<table:table-cell>${cell}</table:table-cell>`).join('')}</table:table-row>`;

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['an item that says its number', list('L1', item('修水渠') + item('修道路', ' text:start-value="5"') + item('修礼堂')), ['一、修水渠', '五、修道路', '六、修礼堂']],
  ['an empty item counts', list('L1', item('修水渠') + item('') + item('修道路')), ['一、修水渠', '三、修道路']],
  ['a number that nothing closes', list('L2', item('5个村先修')) + list('L3', item('号线')), ['1 5个村先修', '1号线']],
  ['a column of numbers', `<table:table>${row(list('L2', item('')), '<text:p>东村</text:p>')}${row('<text:list text:style-name="L2" text:continue-numbering="true"><text:list-item><text:p/></text:list-item></text:list>', '<text:p>西村</text:p>')}</table:table>`, ['1\t东村', '2\t西村']],
  ['hidden paragraphs and sections', '<text:p text:style-name="H">藏起来的</text:p><text:section text:display="none"><text:p>也藏起来的</text:p></text:section><text:p>看得见的。</text:p>', ['看得见的。']],
];
for (const [name, body, expected] of cases) test(`OpenDocument: ${name}`, async () => assert.deepEqual(await lines(body), expected));

test('OpenDocument: written with other prefixes', async () => {
  const other = (xml: string): string => xml.replaceAll('xmlns:text=', 'xmlns:t=').replace(/(<\/?|\s)text:/g, '$1t:');
  assert.deepEqual(await lines(list('L1', item('修水渠') + item('修道路')), other), ['一、修水渠', '二、修道路']);
});
