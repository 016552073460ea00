import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Segmenter } from '../../core/text/segmenter.ts';
import { WordCutter } from '../../core/text/wordCutter.ts';
import { lossless } from './lossless.ts';

/** What `segmenters.json` says, written by the build. */
interface Manifest {
  readonly native: Part;
  readonly wasm: Part;
}

interface Part {
  readonly id: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

interface NativeBinding {
  prepare(): void;
  cut(text: string, hmm: boolean): string[];
}

interface WasmBinding {
  cut(text: string, hmm: boolean): string[];
  add_word(word: string, frequency: number): number;
}

export interface LoadedSegmenter {
  readonly segmenter: Segmenter;
  /** One Chinese sentence where another segmenter than the wanted one was loaded. */
  readonly notice: string | null;
}

/** The names of both segmenters of a build: an index made by the other one is better than none. */
export function segmenterIds(directory: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(directory, 'segmenters.json'), 'utf8')) as Manifest;
  return [manifest.native.id, manifest.wasm.id];
}

/** Makes our terms win against any cut through them. */
const ownTermFrequency = 1_000_000;

/**
 * Loads the segmenter from the folder that the build filled (`dist/segmenter`). `auto` takes the native one where all
 * its files are as they were built, else the WebAssembly one. Throws where that is damaged too.
 */
export function loadSegmenter(directory: string, choice: 'auto' | 'native' | 'wasm'): LoadedSegmenter {
  const manifest = JSON.parse(readFileSync(join(directory, 'segmenters.json'), 'utf8')) as Manifest;
  if (choice === 'wasm') return { segmenter: loadWasm(directory, manifest.wasm), notice: null };
  const fault = nativeFault(directory, manifest.native);
  if (fault === null) {
    try {
      return { segmenter: loadNative(directory, manifest.native), notice: null };
    } catch (error) {
      return fallBack(directory, manifest, error instanceof Error ? error.message : String(error));
    }
  }
  return fallBack(directory, manifest, fault);
}

function fallBack(directory: string, manifest: Manifest, reason: string): LoadedSegmenter {
  const notice = `原生分词组件不可用（${reason}），已改用备用分词，结果可能略有不同。`;
  return { segmenter: loadWasm(directory, manifest.wasm), notice };
}

/** Why the native segmenter must not be loaded, or `null`. A damaged dictionary would abort the process. */
export function nativeFault(directory: string, part: Part): string | null {
  if (!('nodejieba.node' in part.files)) return '本机没有编译好的组件';
  for (const [name, expected] of Object.entries(part.files)) {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(directory, name));
    } catch {
      return `缺少文件 ${name}`;
    }
    if (bytes.length !== expected.bytes) return `文件 ${name} 不完整`;
    if (createHash('sha256').update(bytes).digest('hex') !== expected.sha256) return `文件 ${name} 已损坏`;
  }
  return null;
}

function loadNative(directory: string, part: Part): Segmenter {
  const require = createRequire(join(directory, 'loadNative.cjs'));
  const binding = (require('./loadNative.cjs') as { open(): NativeBinding }).open();
  const cut = losslessCut(binding, () => binding.prepare());
  return { kind: 'native', id: part.id, cut, measure: fastMeasure(directory) };
}

function loadWasm(directory: string, part: Part): Segmenter {
  const require = createRequire(join(directory, 'jieba_rs_wasm.js'));
  const binding = require('./jieba_rs_wasm.js') as WasmBinding;
  const prepare = (): void => {
    for (const term of ownTerms(directory)) binding.add_word(term, ownTermFrequency);
  };
  return { kind: 'wasm', id: part.id, cut: losslessCut(binding, prepare) };
}

/**
 * Measures pieces without the library. Its tables are made with the first text; where they cannot be, or a text is not for
 * them, the library cuts.
 */
function fastMeasure(directory: string): NonNullable<Segmenter['measure']> {
  let cutter: WordCutter | null | undefined;
  return (text, into, at) => {
    if (cutter === undefined) cutter = openCutter(directory);
    return cutter === null ? -1 : cutter.cut(text, into, at);
  };
}

function openCutter(directory: string): WordCutter | null {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  try {
    return new WordCutter({ dictionary: read('dictionary.utf8'), terms: read('terms.utf8'), model: read('hmm.utf8') });
  } catch {
    return null;
  }
}

/** Prepares the dictionary with the first cut: a look at folders in which nothing changed does without it. */
function losslessCut(binding: { cut(text: string, hmm: boolean): string[] }, prepare: () => void): (text: string) => string[] {
  let isPrepared = false;
  return (text) => {
    if (!isPrepared) prepare();
    isPrepared = true;
    return lossless(text, binding.cut(text, true));
  };
}

/** Without its list of terms the segmenter still cuts, a little worse. */
function ownTerms(directory: string): string[] {
  try {
    return readFileSync(join(directory, 'terms.utf8'), 'utf8')
      .split('\n')
      .filter((term) => term !== '');
  } catch {
    return [];
  }
}
