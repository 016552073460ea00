// npm run learn:meanings -- FOLDER… [--out FILE] [--dims 96] [--terms 16000]
// Learns term vectors from folders of public texts and writes corpus/meanings.bin (or FILE). Some minutes for 35 million characters.
// The bundled speeches and the reports on which relevance is measured must not be among them.

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WordMeanings } from '../src/core/text/wordMeanings.ts';
import { project } from './commands.ts';
import { learnMeanings, learning } from './meanings/learn.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, dims: { type: 'string' }, terms: { type: 'string' } },
});
const missing = positionals.find((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory());
if (positionals.length === 0 || missing !== undefined) {
  console.error(missing === undefined ? '用法：npm run learn:meanings -- 文件夹… [--out 文件] [--dims 96] [--terms 16000]' : `没有这个文件夹：${missing}`);
  process.exit(2);
}
if (values.dims !== undefined && !(Number(values.dims) > 0 && Number(values.dims) % 4 === 0)) {
  console.error(`--dims 要是 4 的倍数，这里是 ${values.dims}`);
  process.exit(2);
}
const started = performance.now();
const table = learnMeanings(positionals, {
  ...learning,
  ...(values.dims === undefined ? {} : { dims: Number(values.dims) }),
  ...(values.terms === undefined ? {} : { terms: Number(values.terms) }),
});
const bytes = WordMeanings.write(table);
const file = values.out ?? join(project, 'corpus', 'meanings.bin');
writeFileSync(file, bytes);
console.log(`${table.terms.length} 个词，每词 ${table.dims} 个数，${(bytes.length / 1e6).toFixed(2)} MB，用时 ${((performance.now() - started) / 1000).toFixed(0)} 秒：${file}`);
