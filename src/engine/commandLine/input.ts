import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ReadDocument } from '../readers/readDocument.ts';
import { decodeText } from '../readers/decodeText.ts';
import { readDocument, ReadFailure } from '../readers/readDocument.ts';
import { complain, writeLine } from './output.ts';
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

/** The text of a file in whatever encoding, as it stands. Throws an `InputError` as `readBytes` does. */
export function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof ReadFailure) throw new InputError(`“${file}”：${error.message}`);
    throw error;
  }
}

/** All of standard input. Terminals of Chinese Windows write it in GBK, PowerShell in UTF-16. */
export async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  try {
    return decodeText(Buffer.concat(parts));
  } catch (error) {
    if (error instanceof ReadFailure) throw new InputError('标准输入不是文本。');
    throw error;
  }
}

type Request = Readonly<Record<string, unknown>>;

/**
 * Answers the requests of `--batch`, one JSON object a line; empty lines are left out. What is no request is told on
 * standard error and answered with an empty array, so that the others keep their place. Returns the status.
 */
export async function answerRequests(answer: (request: Request) => readonly unknown[]): Promise<number> {
  let number = 0;
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    const request = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (request.trim() === '') continue;
    try {
      writeLine(answer(parseRequest(request)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      complain(`第 ${String(number)} 行：${error.message}`);
      writeLine([]);
      status = 2;
    }
  }
  return status;
}

function parseRequest(line: string): Request {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError('不是 JSON。');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Request;
  throw new InputError('不是 JSON 对象。');
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
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0) throw new InputError('请求中的 limit 应为 0 或正整数。');
  return limit;
}
