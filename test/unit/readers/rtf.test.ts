import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { readRaw, ReadFailure } from '../../../src/engine/readers/readDocument.ts';
import { defaultLimits } from '../../../src/engine/readers/limits.ts';

const escaped = (text: string, encoding = 'gbk'): string => [...iconv.encode(text, encoding)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
const fonts = '{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f13\\fnil\\fcharset134 \\\'cb\\\'ce\\\'cc\\\'e5;}{\\f3\\fcharset2 Symbol;}}';
const lines = async (body: string, head = '\\ansi\\ansicpg936\\deff0\\uc1'): Promise<string[]> => {
  const { format, source } = await readRaw(Buffer.from(`{\\rtf1${head}${fonts}${body}}`, 'latin1'), '稿.txt', defaultLimits);
  assert.equal(format, 'rtf');
  return source.text.split('\n').filter((line) => line !== '');
};

const cases: readonly (readonly [name: string, body: string, expected: readonly string[]])[] = [
  ['GBK in the font that says so', `{\\dbch\\f13 ${escaped('讲话稿')}}\\par`, ['讲话稿']],
  ['GBK in a Western font of a Chinese file', `\\f0 ${escaped('同志们：')}\\par`, ['同志们：']],
  ['bytes that are no Chinese are Western', "\\f0 it\\'92s\\par", ['it’s']],
  ['a character cut by a line break of the file', "\\f13 \\'bd\r\n\\'b2\\'bb\r\n\\'b0\\par", ['讲话']],
  ['Unicode with one replacement character', "\\u31185\\'3f\\u23398?\\par", ['科学']],
  ['Unicode with two replacement bytes', `\\uc2 \\u31185${escaped('科')}\\u23398${escaped('学')}\\uc1\\par`, ['科学']],
  ['Unicode without replacement', '{\\uc0 \\u31185\\u23398 }ab\\par', ['科学ab']],
  ['a character beyond the first plane', '\\u-10187?\\u-9138?\\par', [String.fromCharCode(55349, 56398)]],
  ['a group ends what is passed over', '{\\uc3 \\u31185 a}bc\\par', ['科bc']],
  ['quotation marks and dashes', '\\ldblquote a\\rdblquote\\emdash\\emdash b\\~c\\par', ['“a”——b c']],
  ['escaped braces', 'a\\{b\\}\\\\c\\par', ['a{b}\\c']],
  ['notes and running heads', '正{\\footnote no}{\\header no\\par}a{\\*\\annotation no}b{\\footer no}\\par'.replace('正', ''), ['ab']],
  ['pictures', 'a{\\pict\\pngblip 89504e47}{\\*\\shppict{\\pict 00}}b\\par', ['ab']],
  ['binary data of a picture', 'a{\\pict\\bin4 }}{{}b\\par', ['ab']],
  ['deleted and hidden text', 'a{\\deleted no}{\\v no}\\v no\\v0 b\\par', ['ab']],
  ['a field shows its result', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt a}}b\\par', ['ab']],
  ['a field whose code alone tells what it shows', '{\\field{\\*\\fldinst { EQ \\\\o\\\\ad(\\\\s\\\\up 9(sh\\u232?n),\\u24910?)}}{\\fldrslt }}a\\par', ['慎a']],
  ['such a field with a result, and one that was deleted', '{\\field{\\*\\fldinst EQ \\\\x(c)}{\\fldrslt a}}{\\deleted{\\field{\\*\\fldinst EQ \\\\x(c)}{\\fldrslt }}}b\\par', ['ab']],
  ['a field within the code of another', '{\\field{\\*\\fldinst EQ \\\\x({\\field{\\*\\fldinst EQ \\\\x(a)}{\\fldrslt}}{\\field{\\*\\fldinst REF x}{\\fldrslt b}})}{\\fldrslt }}c\\par', ['abc']],
  ['a paragraph within a code', 'a{\\field{\\*\\fldinst INDEX\\par no\\cell}{\\fldrslt b}}\\par', ['ab']],
  ['a number that was generated', '{\\listtext\\f13 \\u19968?\\u12289?\\tab}a\\par', ['一、a']],
  ['a bullet says nothing', "{\\listtext\\f3\\'b7\\tab}a\\par", ['a']],
  ['a number of old programs', '{\\pntext\\f0 1.\\tab}{\\*\\pn\\pnlvlbody}a\\par', ['1.a']],
  ['a number that nothing closes', '{\\listtext 1\\tab}5 a\\par', ['1 5 a']],
  ['a column of numbers', '\\trowd\\intbl{\\listtext 1\\tab}\\cell b\\cell\\row\\pard d\\par', ['1\tb', 'd']],
  ['a text box of old programs', 'ab{\\*\\do\\dobxpage{\\dptxbxtext c\\par}\\dpx0}d\\par', ['c', 'abd']],
  ['rows of a table', '\\trowd\\intbl a\\cell b\\par c\\cell\\row\\pard d\\par', ['a\tb c', 'd']],
  ['a text box stands before its paragraph', 'ab{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt c\\par}}{\\shprslt no}}d\\par', ['c', 'abd']],
  ['Unicode beside its replacement group', '{\\upr{no}{\\*\\ud{a}}}b\\par', ['ab']],
  ['what is unknown and may be passed over', 'a{\\*\\unheard no{\\b no}}b\\par', ['ab']],
  ['what is unknown and may not', 'a{\\unheard b}c\\par', ['abc']],
  ['a negative number of ten digits', 'a{\\revised\\revauth1\\revdttm-2074015744 b}\\revdttm2074015744 c\\par', ['abc']],
  ['a file that ends early', 'a{\\b b', ['ab']],
];
for (const [name, body, expected] of cases) {
  test(`RTF: ${name}`, async () => assert.deepEqual(await lines(body), expected));
}

test('RTF: headings by style and by outline level', async () => {
  const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s7 heading 2;}{\\s9 Title;}}';
  const body = '\\pard\\s9 t\\par\\pard\\s1 a\\par\\pard\\s7 b\\par\\pard\\outlinelevel3 c\\par\\pard d\\par';
  const { source } = await readRaw(Buffer.from(`{\\rtf1\\ansi${fonts}${styles}${body}}`, 'latin1'), 'a.rtf', defaultLimits);
  assert.deepEqual(source.hints.slice(0, 5).map(({ level }) => level), [1, 1, 2, 4, null]);
});

test('RTF: nesting and binary data without end are refused', async () => {
  const read = (text: string) => readRaw(Buffer.from(text, 'latin1'), 'a.rtf', defaultLimits);
  await assert.rejects(read(`{\\rtf1 ${'{'.repeat(100_000)}`), (error) => error instanceof ReadFailure && error.limit === 'nesting');
  await assert.rejects(read('{\\rtf1 a\\bin999999999 b}'), (error) => error instanceof ReadFailure && error.code === 'damaged');
  await assert.rejects(read('{\\rtf1 {\\pict 00}}'), (error) => error instanceof ReadFailure && error.code === 'no-text');
});

test('RTF: a long line is read in linear time', async () => {
  const started = performance.now();
  const { source } = await readRaw(Buffer.from(`{\\rtf1\\ansi ${"\\'d6\\'d0".repeat(500_000)}${'{\\b b}'.repeat(300_000)}\\par}`, 'latin1'), 'a.rtf', defaultLimits);
  assert.ok(source.text.length > 800_000);
  assert.ok(performance.now() - started < 4_000);
});
