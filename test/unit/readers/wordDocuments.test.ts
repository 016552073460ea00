import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { defaultLimits } from '../../../src/engine/readers/limits.ts';
import { readDocument, readRaw, ReadFailure } from '../../../src/engine/readers/readDocument.ts';
import { writeNumber } from '../../../src/engine/readers/generatedNumbers.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface Parts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

function parts({ body, numbering = '', styles = '', others = {} }: Parts): Record<string, string | Uint8Array> {
  return {
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${namespaces}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${namespaces}>${styles}</w:styles>`,
    ...others,
  };
}

const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])));

async function lines(bytes: Uint8Array): Promise<string[]> {
  const { source } = await readRaw(bytes, '文稿.docx', defaultLimits);
  return source.text.split('\n').filter((line) => line.trim() !== '');
}

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
const item = (text: string, list: number, level = 0): string => paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (index: number, format: string, pattern: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const definition = (id: number, content: string): string => `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const chinese = definition(0, level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）'));

const cases: readonly (readonly [string, Parts, readonly string[]])[] = [
  [
    'a list with a level of its own',
    { body: item('修水渠', 1) + item('修道路', 1), numbering: definition(0, level(0, 'decimal', '%1.')) + list(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'chineseCounting', '%1、')}</w:lvlOverride>`) },
    ['一、修水渠', '二、修道路'],
  ],
  [
    'a level that counts through below 一、 and 二、',
    {
      body: item('修', 1) + item('水渠', 1, 1) + item('道路', 1, 1) + item('建', 1) + item('礼堂', 1, 1),
      numbering: definition(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2．', '<w:lvlRestart w:val="0"/>')) + list(1, 0),
    },
    ['一、修', '1．水渠', '2．道路', '二、建', '3．礼堂'],
  ],
  [
    'a definition that is the name of a style of numbering',
    {
      body: item('修水渠', 2) + item('修道路', 2),
      numbering: definition(0, '<w:styleLink w:val="own"/>' + level(0, 'chineseCounting', '%1、')) + definition(1, '<w:numStyleLink w:val="own"/>') + list(1, 0) + list(2, 1),
      styles: '<w:style w:type="numbering" w:styleId="own"><w:name w:val="own"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    },
    ['一、修水渠', '二、修道路'],
  ],
  [
    'a style that has its list from the style above it and a level of its own',
    {
      body: paragraph('修', '<w:pStyle w:val="A"/>') + paragraph('水渠', '<w:pStyle w:val="B"/>') + paragraph('道路', '<w:pStyle w:val="B"/>'),
      numbering: chinese + list(1, 0),
      styles:
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 2"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
    },
    ['一、修', '（一）水渠', '（二）道路'],
  ],
  [
    'a number that nothing closes',
    { body: item('5个村先修', 1) + item('2024年完工', 1), numbering: definition(0, level(0, 'decimal', '%1')) + list(1, 0) },
    ['1 5个村先修', '2 2024年完工'],
  ],
  [
    'no gap where the list shows none',
    { body: item('村先修', 1), numbering: definition(0, level(0, 'decimal', '第%1个', '<w:suff w:val="nothing"/>')) + list(1, 0) },
    ['第1个村先修'],
  ],
  [
    'an empty item counts, and a column of numbers shows them',
    {
      body: item('修水渠', 1) + item('', 1) + item('修道路', 1) + `<w:tbl>${['东村', '西村'].map((name) => `<w:tr><w:tc>${item('', 2)}</w:tc><w:tc>${paragraph(name)}</w:tc></w:tr>`).join('')}</w:tbl>`,
      numbering: chinese + definition(1, level(0, 'decimal', '%1')) + list(1, 0) + list(2, 1),
    },
    ['一、修水渠', '三、修道路', '1\t东村', '2\t西村'],
  ],
  [
    'what a paragraph and a run were before a tracked change',
    {
      body:
        paragraph('修水渠', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange>') +
        paragraph(run('现在看得见。', '<w:rPrChange w:id="2"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
      numbering: chinese + list(1, 0),
    },
    ['一、修水渠', '现在看得见。'],
  ],
  [
    'an item that was moved away',
    {
      body:
        `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFrom w:id="2">${run('搬走')}</w:moveFrom></w:p>` + item('修水渠', 1),
      numbering: chinese + list(1, 0),
    },
    ['一、修水渠'],
  ],
  [
    'text that a style hides',
    {
      body: paragraph('看不见的一段', '<w:pStyle w:val="H"/>') + paragraph(run('看得见，') + run('看不见', '<w:rStyle w:val="C"/>') + run('又看得见。')),
      styles: '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>',
    },
    ['看得见，又看得见。'],
  ],
  [
    'a field within the code of another',
    {
      body: paragraph(
        run('修了') + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run('条件') + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run('三条') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run('路。'),
      ),
    },
    ['修了三条路。'],
  ],
  [
    'a character in a circle, of which only the code of its field tells',
    {
      body: paragraph(
        run('把') + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(○</w:instrText></w:r><w:r><w:instrText>,安)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
          run('全放在') + '<w:fldSimple w:instr=" EQ \\o\\ac(○,首)"/>' + run('位。'),
      ),
    },
    ['把安全放在首位。'],
  ],
  [
    'an equation that has a result, one that was deleted, and one that is hidden',
    {
      body: paragraph(
        '<w:fldSimple w:instr=" EQ \\o\\ac(○,安)">' + run('㊀') + '</w:fldSimple>' + run('要稳') + '<w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> eq \\o\\ac(○,安)</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>' +
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText> eq \\o\\ac(○,密)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run('。'),
      ),
    },
    ['㊀要稳。'],
  ],
  [
    'a field that is never ended',
    { body: paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>') + paragraph('后面的话一句不少。') },
    ['后面的话一句不少。'],
  ],
  [
    'formulas and symbols with a character of their own; those of symbol fonts are none',
    { body: paragraph(run('长') + '<m:oMath><m:r><m:t>3.5×2</m:t></m:r></m:oMath>' + run('里') + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:sym w:font="宋体" w:char="2460"/></w:r>') },
    ['长3.5×2里①'],
  ],
  [
    'a page that stands in a part of its own',
    {
      body: `${paragraph('前面的话。')}<w:altChunk r:id="c1"/>${paragraph('后面的话。')}`,
      others: {
        'word/_rels/document.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="aFChunk" Target="chunk.html"/></Relationships>',
        'word/chunk.html': '<html><body><p>中间的话。</p></body></html>',
      },
    },
    ['前面的话。', '中间的话。', '后面的话。'],
  ],
  ['a greater-than sign in an attribute', { body: item('修水渠', 1), numbering: definition(0, level(0, 'decimal', '>%1.')) + list(1, 0) }, ['>1.修水渠']],
];
for (const [name, document, expected] of cases) {
  test(`Word: ${name}`, async () => assert.deepEqual(await lines(zipped(parts(document))), expected));
}

const plain = parts({ body: item('修水渠', 1) + item('修道路', 1), numbering: chinese + list(1, 0) });
const turned = (turn: (xml: string) => string): Uint8Array => zipped(Object.fromEntries(Object.entries(plain).map(([name, xml]) => [name, turn(String(xml))])));
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const written: readonly (readonly [string, Uint8Array])[] = [
  ['other prefixes', turned((xml) => xml.replaceAll('xmlns:w=', 'xmlns:ns0=').replace(/(<\/?|\s)w:/g, '$1ns0:'))],
  ['elements without a prefix', turned((xml) => xml.replace('xmlns:w=', `xmlns:w="${main}" xmlns=`).replace(/(<\/?)w:/g, '$1'))],
  ['line breaks between attributes', turned((xml) => xml.replace(/ w:val/g, '\n\tw:val'))],
  ['UTF-16', zipped({ ...plain, 'word/document.xml': iconv.encode(String(plain['word/document.xml']).replace('UTF-8', 'UTF-16'), 'utf16-le', { addBOM: true }) })],
  [
    'a body under another name',
    zipped({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"><r:Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/main.xml"/></r:Relationships>',
      ...Object.fromEntries(Object.entries(plain).map(([name, xml]) => [name.replace('document.xml', 'main.xml'), xml])),
    }),
  ],
];
for (const [name, bytes] of written) {
  test(`Word: written with ${name}`, async () => assert.deepEqual(await lines(bytes), ['一、修水渠', '二、修道路']));
}

test('Word: headings by the Chinese names of their styles', async () => {
  const styles = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="标题1"/></w:style>';
  const body = paragraph('在修路会上的讲话') + paragraph('先修东路', '<w:pStyle w:val="h"/>') + paragraph('东路一到雨天就走不成。') + paragraph('再修西路', '<w:pStyle w:val="h"/>') + paragraph('西路明年开春动工。');
  const { outline } = await readDocument(zipped(parts({ body, styles })), '文稿.docx');
  assert.deepEqual(outline.articles[0]?.sections.map(({ heading }) => heading), ['先修东路', '再修西路']);
});

test('Word: documents that take each other in without end are given up', async () => {
  let inner: Uint8Array = zipped(parts({ body: paragraph('最里面') }));
  for (let depth = 0; depth < 6; depth += 1) inner = zipped(parts({ body: '<w:altChunk r:id="c"/>', others: { 'word/chunk.docx': inner } }));
  await assert.rejects(readDocument(inner, '套.docx'), (error) => error instanceof ReadFailure && error.code === 'no-text');
});

test('numbers beyond a hundred and of rarer kinds', () => {
  const numbers: readonly (readonly [number, string, string])[] = [
    [100, 'chineseCounting', '一百'],
    [101, 'chineseCountingThousand', '一百零一'],
    [110, 'chineseCountingThousand', '一百一十'],
    [1005, 'chineseCountingThousand', '一千零五'],
    [20, 'chineseLegalSimplified', '贰拾'],
    [3, 'ideographZodiac', '寅'],
    [2, 'ideographEnclosedCircle', '㊁'],
  ];
  for (const [value, format, text] of numbers) assert.equal(writeNumber(value, format), text);
});
