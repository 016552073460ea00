// Reads folders of plain text for evaluations and benchmarks: a paragraph a line.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { countHan } from '../../src/core/text/han.ts';
import { project } from '../commands.ts';

export interface TextParagraph {
  /** Path below the folder, with `/` between folders. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** The optional folder of public texts beside the project. */
export const dataFolder = process.env.SPEECH_DRAFT_DATA ?? join(project, '..', 'shared', 'data');

export const speechFolder = join(project, 'corpus', 'speeches');

/** Shorter lines are heads, signatures and fragments. */
const fewestHan = 12;

/** Unpacks a `.tar.xz` once into `.cache/texts` and returns the folder. Throws where `tar` fails. */
export function unpacked(archive: string): string {
  const target = join(project, '.cache', 'texts', basename(archive).replace(/\.tar\.\w+$/, ''));
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}.part`;
  mkdirSync(partial, { recursive: true });
  const result = spawnSync('tar', ['-xf', archive, '-C', partial], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`could not unpack ${archive}: ${result.stderr || String(result.error)}`);
  renameSync(partial, target);
  return target;
}

/** A folder itself and, for archives in it, what they hold. */
export function foldersOf(folder: string): string[] {
  const archives = readdirSync(folder).filter((name) => /\.tar\.(xz|gz)$/.test(name)).sort();
  return [folder, ...archives.map((name) => unpacked(join(folder, name)))];
}

/** All paragraphs of the `.txt` and `.md` files below a folder, in the order of their names. */
export function* paragraphsBelow(folder: string): Generator<TextParagraph> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(md|txt)$/i.test(entry.name) && !/^README/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of files) yield* paragraphsOf(readFileSync(path, 'utf8'), relative(folder, path).split(sep).join('/'));
}

/** Front matter, heads and the table of contents before a day's news are left out; markup is taken away. */
export function* paragraphsOf(content: string, file: string): Generator<TextParagraph> {
  const lines = content.split(/\r?\n/);
  let first = 0;
  if (lines[0] === '---') first = Math.max(0, lines.indexOf('---', 1) + 1);
  const details = lines.findIndex((line) => /^##\s*详细新闻\s*$/.test(line));
  if (details >= 0) first = details + 1;
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.startsWith('#')) continue;
    const text = line.replace(/<[^>]+>|&nbsp;|\[查看原文\]\([^)]*\)/g, ' ').trim();
    if (countHan(text) >= fewestHan) yield { file, line: index + 1, text };
  }
}

/** Names a paragraph without quoting it: eight hexadecimal digits. */
export function paragraphHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
