import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leanDictionary, ownTerms } from './leanDictionary.ts';

const modules = 'node_modules';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Lays both segmenters into a folder, with the sizes and hashes of all files: a damaged dictionary makes nodejieba abort
 * the whole process, so it is checked before each load.
 */
export function writeSegmenters(target: string): void {
  mkdirSync(target, { recursive: true });
  const dictionaries = join(modules, 'nodejieba', 'submodules', 'cppjieba', 'dict');
  const terms = ownTerms('corpus');
  const write = (name: string, text: string): void => writeFileSync(join(target, name), text);
  write('dictionary.utf8', leanDictionary(readFileSync(join(dictionaries, 'jieba.dict.utf8'), 'utf8')));
  write('terms.utf8', `${terms.join('\n')}\n`);
  // Weights for keywords and stop words serve functions that are not used; the library wants the files all the same.
  write('idf.utf8', '科普 1.0\n');
  write('stopWords.utf8', '的\n');
  copyFileSync(join(dictionaries, 'hmm_model.utf8'), join(target, 'hmm.utf8'));
  const native = ['dictionary.utf8', 'terms.utf8', 'idf.utf8', 'stopWords.utf8', 'hmm.utf8'];
  const binary = join(modules, 'nodejieba', 'build', 'Release', 'nodejieba.node');
  if (existsSync(binary)) {
    copyFileSync(binary, join(target, 'nodejieba.node'));
    native.push('nodejieba.node');
  } else {
    process.stderr.write('[build] nodejieba is not built here: the WebAssembly segmenter takes over\n');
  }
  for (const name of ['jieba_rs_wasm.js', 'jieba_rs_wasm_bg.wasm']) {
    copyFileSync(join(modules, 'jieba-wasm', 'pkg', 'nodejs', name), join(target, name));
  }
  // The module is CommonJS whatever the package around it says.
  write('package.json', '{ "type": "commonjs" }\n');
  copyFileSync(join('src', 'engine', 'segmenter', 'loadNative.cjs'), join(target, 'loadNative.cjs'));
  const entry = (name: string): [string, { bytes: number; sha256: string }] => {
    const bytes = readFileSync(join(target, name));
    return [name, { bytes: bytes.length, sha256: sha256(bytes) }];
  };
  const wasm = ['jieba_rs_wasm.js', 'jieba_rs_wasm_bg.wasm', 'terms.utf8'];
  const parts = { native: Object.fromEntries(native.map(entry)), wasm: Object.fromEntries(wasm.map(entry)) };
  // Platforms have different binaries, which cut alike: an index can move between machines.
  const idOf = (kind: 'native' | 'wasm'): string => {
    const hashes = Object.entries(parts[kind]).filter(([name]) => name !== 'nodejieba.node' && name !== 'jieba_rs_wasm.js');
    return `${kind}-${sha256(Buffer.from(JSON.stringify(hashes))).slice(0, 12)}`;
  };
  const manifest = {
    native: { id: idOf('native'), files: parts.native },
    wasm: { id: idOf('wasm'), files: parts.wasm },
  };
  write('segmenters.json', `${JSON.stringify(manifest, null, 2)}\n`);
}
