import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ReadDocument } from '../readers/readDocument.ts';
import { readDocument, ReadFailure } from '../readers/readDocument.ts';
import { InputError } from './usage.ts';

const largestFile = 200_000_000;

/** Reads a file's bytes. Throws a `InputError` that says why where that cannot be. */
export function readBytes(file: string): Uint8Array {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new InputError(`“${file}”是文件夹，不是文件。`);
    // A device may have no end.
    if (stats.isCharacterDevice() || stats.isBlockDevice() || stats.isSocket()) throw new InputError(`“${file}”不是文件，不读取。`);
    if (stats.size > largestFile) throw new InputError(`“${file}”超过 ${String(largestFile / 1e6)} MB，不读取。`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? '文件不存在' : code === 'EACCES' || code === 'EPERM' ? '没有读取权限' : '不能读取';
    throw new InputError(`“${file}”：${why}。`);
  }
}

export async function readFileAsDocument(file: string): Promise<ReadDocument> {
  const bytes = readBytes(file);
  try {
    return await readDocument(bytes, file, { fileBytes: largestFile });
  } catch (error) {
    if (error instanceof ReadFailure) throw new InputError(`“${file}”：${error.message}`);
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new InputError(`“${file}”不能读取：${reason ?? ''}`);
  }
}

export async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8').replace(/^\ufeff/, '');
}

/** The requests of `--batch`, one JSON object a line; empty lines are left out. */
export async function* readRequests(): AsyncGenerator<Readonly<Record<string, unknown>>> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    yield parseRequest(line, number);
  }
}

function parseRequest(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    throw new InputError(`第 ${String(number)} 行不是 JSON。`);
  }
  throw new InputError(`第 ${String(number)} 行不是 JSON 对象。`);
}

/** A string field of a request; throws a `InputError` where it is missing or something else. */
export function textField(request: Readonly<Record<string, unknown>>, name: string): string {
  const value = request[name];
  if (typeof value !== 'string') throw new InputError(`请求中的 ${name} 应为文字。`);
  return value;
}

export function limitField(request: Readonly<Record<string, unknown>>): number | undefined {
  const { limit } = request;
  if (limit === undefined || limit === null) return undefined;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0) throw new InputError('请求中的 limit 应为不带小数的正数。');
  return limit;
}
