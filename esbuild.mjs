// Bundles the extension, the command line, the engine's processes and the webview into dist/, and lays the data beside.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  outdir: 'dist',
};
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  // VS Code 1.100 runs its extension host on Node 20.
  target: 'node20',
  // pdf.js loads its worker and its character maps from files: it is laid beside the bundles, not into them.
  external: ['vscode', 'pdfjs-dist/*'],
};
/**
 * One namespace of VS Code's functions for the whole bundle. Left alone, each file that imports it (about forty) gets a copy
 * of its own with a getter for each name, which was three quarters of the time that loading takes.
 */
const oneVSCode = {
  name: 'one-vscode',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) => (namespace === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode' }));
    onLoad({ filter: /^vscode$/, namespace: 'vscode' }, () => ({ contents: "export * from 'vscode';" }));
  },
};
/**
 * What the reader has learnt by counting, in one file for all bundles that read: most of their size is these tables, and each
 * bundle would have a copy of its own.
 */
const learntTables = ['boundaryTable', 'endNetTable', 'furnitureTable', 'gluedNetTable', 'lineNetTable', 'pageNetTable', 'pageStretchTable', 'pageTable', 'wordTable'];
const oneOfEachTable = {
  name: 'one-of-each-table',
  setup({ onResolve }) {
    onResolve({ filter: /Table\.ts$/ }, ({ path, kind }) => (kind === 'import-statement' && learntTables.some((table) => path === `./${table}.ts`) ? { path: './learntTables.js', external: true } : undefined));
  },
};
const tables = {
  ...node,
  stdin: { contents: learntTables.map((table) => `export * from './src/core/speech/${table}.ts';`).join('\n'), resolveDir: import.meta.dirname, sourcefile: 'learntTables.ts', loader: 'ts' },
  outfile: 'dist/learntTables.js',
  outdir: undefined,
};
const bundles = [
  tables,
  { ...node, entryPoints: { extension: 'src/extension.ts' }, plugins: [oneVSCode] },
  { ...node, entryPoints: { cli: 'src/cli.ts' }, plugins: [oneOfEachTable] },
  { ...node, entryPoints: Object.fromEntries([['searcher', 'src/engine/searcher.ts'], ['indexer', 'src/engine/indexer.ts'], ['readerThread', 'src/engine/readers/readerThread.ts'], ['fileThread', 'src/engine/indexing/fileThread.ts']]), plugins: [oneOfEachTable] },
  { ...shared, platform: 'browser', format: 'iife', target: 'chrome128', entryPoints: Object.fromEntries([['webview', 'src/webview/main.ts']]) },
];

if (!watch) await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const results = await Promise.all(bundles.map((bundle) => build(bundle)));
  // Which packages went into the bundles: their notices go into the package (scripts/package.ts).
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  await mkdir('out', { recursive: true });
  await writeFile('out/bundled.json', JSON.stringify(inputs.filter((input) => input.includes('node_modules/')), null, 1));
}
await cp('corpus', 'dist/corpus', { recursive: true });

// Formulations, evidence and pinyin in one file, so that completion works before anything else is up.
const { writeLexicon } = await import('./scripts/lexicon/buildLexicon.ts');
writeLexicon('corpus', 'dist/lexicon.json');

// Segmenters with their dictionaries, in a place of their own: neither can be bundled.
const { writeSegmenters } = await import('./scripts/segmenters/writeSegmenters.ts');
writeSegmenters('dist/segmenter');

// pdf.js with the character maps that Chinese PDFs name.
const { writePdf } = await import('./scripts/readers/writePdf.ts');
writePdf('dist/pdf');
