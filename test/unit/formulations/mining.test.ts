import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BeginningShares } from '../../../src/core/formulations/beginningShares.ts';
import { clauseRunsOf } from '../../../src/core/formulations/clauseRuns.ts';
import { leftContextAt } from '../../../src/core/formulations/leftContext.ts';
import { ExpressionMiner, mineExpressions } from '../../../src/core/formulations/mining.ts';
import type { MiningOptions } from '../../../src/core/formulations/mining.ts';

/** Mines texts, each a document of its own. */
function mined(texts: readonly string[], options: MiningOptions = {}): string[] {
  const paragraphs = texts.map((text, document) => ({ text, document, place: `第${String(document)}篇` }));
  return mineExpressions(() => paragraphs, { characters: 100_000, ...options }).map(({ text }) => text);
}

const shared = '推动科技创新和产业创新深度融合';
const documents = [
  `会议要求${shared}，加快转型。`,
  `各地大力${shared}；形成新优势。`,
  `我们要${shared}。`,
  `坚持${shared}、培育产业。`,
];

test('wording that several documents share is found whole, with one place where it stands', () => {
  const paragraphs = documents.map((text, document) => ({ text, document, place: document }));
  const found = mineExpressions(() => paragraphs, { characters: 100_000 });
  assert.equal(found[0]?.text, shared);
  assert.equal(found[0].documents, 4);
  assert.equal(found[0].example, 0);
});

test('a mere part of something longer is left out', () => {
  const found = mined(documents);
  for (const part of ['科技创新和产业创新', '推动科技创新和产业创', '深度融合']) assert.ok(!found.includes(part), part);
});

test('repeating in one document is not enough', () => {
  assert.deepEqual(mined([`${documents.join('')}`, '另外一篇没有相同的话。', '还有一篇。']), []);
});

test('nothing crosses the end of a sentence, or splits a quote', () => {
  const texts = ['甲地召开会议部署。扎实推进工作“两个先行”干', '乙地召开会议部署。扎实推进工作“两个先行”好', '丙县召开会议部署。扎实推进工作“两个先行”了'];
  for (const text of mined(texts)) {
    assert.ok(!text.includes('。'), text);
    assert.equal(text.split('“').length, text.split('”').length, text);
  }
});

test('every expression stands in as many documents as it says', () => {
  const letters = fc.constantFrom(...'推动创新发展，。“”');
  const text = fc.array(letters, { maxLength: 40 }).map((units) => units.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const paragraphs = texts.map((content, document) => ({ text: content, document, place: null }));
      for (const { text: expression, documents: count } of mineExpressions(() => paragraphs, { characters: 1000, documents: 2 })) {
        assert.ok(count >= 2);
        assert.equal(texts.filter((content) => content.includes(expression)).length >= count, true, expression);
      }
    }),
  );
});

test('it is counted how often a beginning goes on as the expression', () => {
  const line = (end: string, document: number) => ({ text: `各村都要修好引水${end}。`, document, place: null });
  const texts = ['渡槽保春耕', '渡槽保春耕', '渡槽保春耕', '涵洞', '旧闸', '暗渠'].map(line);
  const found = mineExpressions(() => texts, { characters: 1000, documents: 3 }).find(({ text }) => text.endsWith('渡槽保春耕'));
  assert.ok(found !== undefined && found.text.includes('修好引水渡槽'), found?.text);
  const shared = new BeginningShares(['修好引水渡槽', '修好']);
  for (const { text } of texts) shared.count(text);
  assert.deepEqual(shared.sharesOf('修好引水渡槽'), [0.5, 0.5, 1]);
  assert.deepEqual(shared.sharesOf('修好'), []);
});

test('results come only after all passes', () => {
  assert.throws(() => new ExpressionMiner().expressions(), RangeError);
});

test('a run of whole clauses is found where fewer documents share it, and not its parts', () => {
  const run = '立足岗位、务求实效，带头干在前列';
  const texts = [`各级要${'认真学'}，${run}。`, `大家一致表示，${run}，不负重托。`, '再无别的话可说。'];
  const found = mined(texts);
  assert.ok(found.includes(run));
  assert.ok(!found.includes('务求实效，带头干在前列') && !found.includes('立足岗位、务求实效'), found.join(' / '));
});

test('runs are whole clauses, and no window of a list of names', () => {
  const runs = (sentence: string) => [...clauseRunsOf(sentence)].map(({ start, end }) => sentence.slice(start, end));
  assert.deepEqual(runs('性质严重，影响恶劣，应予严肃处理'), ['性质严重，影响恶劣', '性质严重，影响恶劣，应予严肃处理', '影响恶劣，应予严肃处理']);
  assert.deepEqual(runs('王甲、李乙、张丙、赵丁'), ['王甲、李乙、张丙、赵丁']);
  assert.deepEqual(runs('增强“四个意识”、坚定“四个自信'), []);
  assert.deepEqual(runs('2025年发布，全文如下'), []);
});

test('what was cut within a word is left out', () => {
  const firms = ['企业', '农业', '产业', '行业', '工业', '林业'];
  // 高 stands mostly without 业, and 业 without 高, so that the two hold together by chance alone.
  const noise = '高山高原高楼高度。企业农业产业行业工业林业。登高望远站得高。开业就业事业创业。'.repeat(4);
  const texts = firms.map((firm) => `${noise}各地${firm}高效率低能耗运行。`);
  const found = mined(texts);
  assert.deepEqual(found.filter((text) => text.includes('业高效率')), [], found.join(' / '));
});

test('what stands before an expression is told with it', () => {
  const texts = ['要持续用力增强发展动能', '要持续用力增强发展动能', '再持续用力增强发展动能', '还持续用力增强发展动能'];
  const paragraphs = texts.map((text, document) => ({ text: `我们${text}。`, document, place: null }));
  const [found] = mineExpressions(() => paragraphs, { characters: 10_000 });
  assert.equal(found?.text, '持续用力增强发展动能');
  // Two of four, and three sightings that nobody made.
  assert.equal(found.left['们要'], 0.29);
  assert.ok((found.left['_'] ?? 0) > 0.7 && (found.left['^'] ?? 0) < 0.1);
});

test('the place of a start is told by the mark before it', () => {
  const at = (text: string) => {
    const start = text.indexOf('|');
    const { place, tail } = leftContextAt(text.replace('|', ''), start);
    return `${place}${tail}`;
  };
  const cases: readonly (readonly [string, string])[] = [
    ['|推动', '^'],
    ['## （一）|推动', '^'],
    ['- |推动', '^'],
    ['“|推动', '^'],
    ['会议召开。|推动', '。开。'],
    ['会议召开。“|推动', '。开。'],
    ['会议强调，|推动', '，调,'],
    ['改革、|推动', '、革、'],
    ['我们要|推动', '_们要'],
    ['增强“|四个', '_增强'],
  ];
  for (const [text, expected] of cases) assert.equal(at(text), expected, text);
});

test('wording of recent documents is told from wording of old ones, and a document without a day is neutral', () => {
  const old = '狠抓旧账清理见底';
  const recent = '办好新账登记入册';
  const undated = '管好账目公开关口';
  const day = (year: number) => Date.UTC(year, 5, 1) / 86_400_000;
  const paragraphs = [2020, 2020, 2020, 2026, 2026, 2026, null, null, null].map((year, document) => {
    const wording = year === 2020 ? old : year === 2026 ? recent : undated;
    return { text: `${'甲乙丙'.charAt(document % 3)}，${wording}；${'丁戊己'.charAt(document % 3)}`, document, day: year === null ? null : day(year), place: null };
  });
  const found = new Map(mineExpressions(() => paragraphs, { characters: 10_000 }).map(({ text, lately }) => [text, lately]));
  assert.ok((found.get(recent) ?? 0) > 0.4, String(found.get(recent)));
  assert.ok((found.get(old) ?? 0) < -0.4, String(found.get(old)));
  assert.equal(found.get(undated), 0);
});

test('a notice at the foot of every document is not mined, the call that closes a speech is', () => {
  const notice = '本站原创稿件未经书面许可请勿转载摘编，违者必究。';
  const call = '大家携手并肩共同写好新的答卷！';
  const paragraphs = Array.from({ length: 8 }, (_, document) =>
    ['甲乙丙丁戊己庚辛'.charAt(document).repeat(9), '先说第一层意思。', '再说第二层意思。', '壬癸子丑寅卯辰巳'.charAt(document).repeat(8), call, notice].map((text) => ({ text, document, place: null })),
  ).flat();
  const found = mineExpressions(() => paragraphs, { characters: 10_000 }).map(({ text }) => text);
  assert.deepEqual(found.filter((text) => notice.includes(text)), []);
  assert.ok(found.some((text) => call.includes(text)), found.join(' / '));
});

test('what always goes on, or always hangs on something before it, is a fragment', () => {
  const heads = ['东部', '西部', '南部', '北部', '中部', '内陆'];
  const texts = heads.map((head, index) => `${head}展的新路${'甲乙丙丁戊己'.charAt(index)}城走通。沿途要做好${'甲乙丙丁戊己'.charAt(index)}地水土保持工作。水土保持工作做在前面。`);
  const found = mined(texts);
  assert.ok(!found.some((text) => text.startsWith('部展的新路') || text.includes('展的新路')), found.join(' / '));
  assert.ok(found.includes('水土保持工作'), found.join(' / '));
});
