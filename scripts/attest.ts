// npm run attest -- FOLDER [--until YYYY-MM-DD] [--out FILE] [--drift FILE] [--no-drift]
// Counts every bundled formulation in a folder of public texts and writes corpus/evidence.json (or FILE);
// then reports wordings that seem to have drifted, for a person to decide. Decisions: corpus/drift.json.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attest } from '../src/core/formulations/attest.ts';
import { seenLately, type EvidenceFile } from '../src/core/formulations/evidence.ts';
import type { Formulation } from '../src/core/contracts.ts';
import { datedTexts } from './attest/datedTexts.ts';
import { driftReport } from './attest/driftReport.ts';
import { bundledFormulations, corpus, writeEvidence } from './attest/lexiconFiles.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { until: { type: 'string' }, out: { type: 'string' }, drift: { type: 'string' }, 'no-drift': { type: 'boolean' } },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1 || (values.until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.until))) {
  console.error('用法：npm run attest -- 文件夹 [--until 2026-02-28] [--out 文件] [--drift 文件] [--no-drift]');
  process.exit(2);
}

if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`没有这个文件夹：${folder}`);
  process.exit(2);
}

const started = performance.now();
const undated: string[] = [];
const texts = [
  ...datedTexts(folder, { ...(values.until === undefined ? {} : { until: values.until }), undated: (file) => undated.push(file) }),
];
if (undated.length > 0) console.error(`文件名里没有日期，未读：${undated.length} 个，如 ${undated[0] ?? ''}`);
if (texts.length === 0) {
  console.error('没有读到带日期的 .md 或 .txt 文件。');
  process.exit(2);
}
const formulations = bundledFormulations();
const evidence = attest(formulations, texts);
const out = values.out ?? join(corpus, 'evidence.json');
writeEvidence(out, evidence);
printCounts(formulations, evidence);
console.error(`读了 ${texts.length} 条，写好 ${out}，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`);

if (values['no-drift'] !== true) {
  const decided = JSON.parse(readFileSync(join(corpus, 'drift.json'), 'utf8')) as readonly { from: string; to: string }[];
  const report = driftReport(texts, { formulations, decided });
  if (values.drift === undefined) console.log(report);
  else writeFileSync(values.drift, report);
}

function printCounts(all: readonly Formulation[], found: EvidenceFile): void {
  const rows = new Map<string, { lately: number; earlier: number; never: number }>();
  for (const { id, category, status } of all) {
    if (typeof status === 'object' && 'supersededBy' in status) continue;
    const row = rows.get(category) ?? { lately: 0, earlier: 0, never: 0 };
    if (seenLately(found, id)) row.lately++;
    else if (found.formulations[id]) row.earlier++;
    else row.never++;
    rows.set(category, row);
  }
  console.log(`截至 ${found.until}，读到的天数：${JSON.stringify(found.days)}`);
  console.log('类别\t近十二个月见到\t更早见到\t只凭文件');
  const sum = { lately: 0, earlier: 0, never: 0 };
  for (const [category, row] of rows) {
    console.log(`${category}\t${row.lately}\t${row.earlier}\t${row.never}`);
    sum.lately += row.lately;
    sum.earlier += row.earlier;
    sum.never += row.never;
  }
  console.log(`合计（现行）\t${sum.lately}\t${sum.earlier}\t${sum.never}`);
  for (const [id, forms] of Object.entries(found.wrong)) {
    const right = Object.values(found.formulations[id]?.byYear ?? {}).reduce((a, b) => a + b, 0);
    for (const [form, count] of Object.entries(forms)) {
      if (count * 50 > right) console.log(`误写不够少\t${id}\t${form}\t${count} 比 ${right}`);
    }
  }
}
