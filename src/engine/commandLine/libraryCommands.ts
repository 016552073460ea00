import { statSync } from 'node:fs';
import type { Passage, ParagraphRole } from '../../core/contracts.ts';
import { paragraphRoles } from '../../core/contracts.ts';
import type { PassageFilter, SegmenterChoice } from '../../protocol/engine.ts';
import { SearchService } from '../search/searchService.ts';
import { answerRequests, limitField, readStandardInput, textField } from './input.ts';
import { complain, writeResult } from './output.ts';
import type { Arguments } from './usage.ts';
import { InputError, limitOf, optionOf, UsageError } from './usage.ts';

export function segmenterOf(args: Arguments): SegmenterChoice {
  const given = optionOf(args, 'segmenter') ?? 'auto';
  if (given === 'auto' || given === 'native' || given === 'wasm') return given;
  throw new UsageError(`--segmenter 应为 auto、native 或 wasm，而不是“${given}”。`);
}

/** Throws an `InputError` where there is no such folder. */
export function requireStore(store: string): void {
  if (statSync(store, { throwIfNoEntry: false })?.isDirectory() !== true) throw new InputError(`没有“${store}”这个索引文件夹。`);
}

/** Opens the store where one is named, else the bundled corpus. */
async function openService(args: Arguments, distDir: string): Promise<SearchService> {
  const store = optionOf(args, 'store');
  if (store !== undefined) requireStore(store);
  const setup = {
    distDir,
    store: store ?? '',
    roots: store === undefined ? [] : ('all' as const),
    includeBundled: store === undefined,
    segmenter: segmenterOf(args),
  };
  let isDamaged = false;
  const service = await SearchService.open(setup, (root, reason) => {
    isDamaged = true;
    complain(`“${root}”的索引已损坏，请用 index 重新建立。`);
    complain(reason);
  });
  const { message, files } = service.state();
  if (message !== null) complain(message);
  if (store !== undefined && files === 0 && !isDamaged) complain(`“${store}”里没有可用的索引：还没有建立，或是别的版本建立的。请用 index 建立。`);
  return service;
}

function roleFilter(role: string | undefined): PassageFilter | undefined {
  if (role === undefined) return undefined;
  const known: readonly string[] = paragraphRoles;
  if (!known.includes(role)) throw new UsageError(`--role 应为 ${paragraphRoles.join('、')} 之一，而不是“${role}”。`);
  return { roles: [role as ParagraphRole] };
}

/** Returns the status, as does `searchCommand`. */
export async function similarCommand(args: Arguments, distDir: string): Promise<number> {
  const filter = roleFilter(optionOf(args, 'role'));
  const standard = limitOf(args);
  const service = await openService(args, distDir);
  const ask = (text: string, limit: number | undefined): Passage[] =>
    service.similar({ text, ...(limit === undefined ? {} : { limit }), ...(filter === undefined ? {} : { filter }) });
  if (args.options.has('batch')) return answerRequests((request) => ask(textField(request, 'text'), limitField(request) ?? standard));
  writeResult(ask(await readStandardInput(), standard));
  return 0;
}

export async function searchCommand(args: Arguments, distDir: string): Promise<number> {
  const batch = args.options.has('batch');
  if (!batch && args.operands.length === 0) throw new UsageError('“search”缺少检索内容。');
  const standard = limitOf(args);
  const service = await openService(args, distDir);
  const ask = (query: string, limit: number | undefined): Passage[] =>
    service.search({ query, ...(limit === undefined ? {} : { limit }) });
  if (batch) return answerRequests((request) => ask(textField(request, 'query'), limitField(request) ?? standard));
  writeResult(ask(args.operands.join(' '), standard));
  return 0;
}
