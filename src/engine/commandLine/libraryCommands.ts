import { existsSync } from 'node:fs';
import type { Passage, ParagraphRole } from '../../core/contracts.ts';
import { paragraphRoles } from '../../core/contracts.ts';
import type { PassageFilter, SegmenterChoice } from '../../protocol/engine.ts';
import { SearchService } from '../search/searchService.ts';
import { limitField, readRequests, readStandardInput, textField } from './input.ts';
import type { Arguments } from './usage.ts';
import { InputError, limitOf, optionOf, UsageError } from './usage.ts';

export function segmenterOf(args: Arguments): SegmenterChoice {
  const given = optionOf(args, 'segmenter') ?? 'auto';
  if (given === 'auto' || given === 'native' || given === 'wasm') return given;
  throw new UsageError(`--segmenter 应为 auto、native 或 wasm，而不是“${given}”。`);
}

/** Opens the store where one is named, else the bundled corpus. */
async function openService(args: Arguments, distDir: string): Promise<SearchService> {
  const store = optionOf(args, 'store');
  if (store !== undefined && !existsSync(store)) throw new InputError(`没有“${store}”这个索引文件夹。`);
  const setup = {
    distDir,
    store: store ?? '',
    roots: store === undefined ? [] : ('all' as const),
    includeBundled: store === undefined,
    segmenter: segmenterOf(args),
  };
  const service = await SearchService.open(setup, (root, reason) => {
    process.stderr.write(`“${root}”的索引已损坏，请用 index 重新建立。\n${reason}\n`);
  });
  const { message } = service.state();
  if (message !== null) process.stderr.write(`${message}\n`);
  return service;
}

function roleFilter(role: string | undefined): PassageFilter | undefined {
  if (role === undefined) return undefined;
  const known: readonly string[] = paragraphRoles;
  if (!known.includes(role)) throw new UsageError(`--role 应为 ${paragraphRoles.join('、')} 之一，而不是“${role}”。`);
  return { roles: [role as ParagraphRole] };
}

function writeLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function writeResult(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export async function similarCommand(args: Arguments, distDir: string): Promise<void> {
  const filter = roleFilter(optionOf(args, 'role'));
  const standard = limitOf(args);
  const service = await openService(args, distDir);
  const ask = (text: string, limit: number | undefined): Passage[] =>
    service.similar({ text, ...(limit === undefined ? {} : { limit }), ...(filter === undefined ? {} : { filter }) });
  if (args.options.has('batch')) {
    for await (const request of readRequests()) writeLine(ask(textField(request, 'text'), limitField(request) ?? standard));
    return;
  }
  writeResult(ask(await readStandardInput(), standard));
}

export async function searchCommand(args: Arguments, distDir: string): Promise<void> {
  const batch = args.options.has('batch');
  if (!batch && args.operands.length === 0) throw new UsageError('“search”缺少检索内容。');
  const standard = limitOf(args);
  const service = await openService(args, distDir);
  const ask = (query: string, limit: number | undefined): Passage[] =>
    service.search({ query, ...(limit === undefined ? {} : { limit }) });
  if (batch) {
    for await (const request of readRequests()) writeLine(ask(textField(request, 'query'), limitField(request) ?? standard));
    return;
  }
  writeResult(ask(args.operands.join(' '), standard));
}
