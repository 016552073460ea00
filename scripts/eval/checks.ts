import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/core/contracts.ts';
import { checkDraft } from '../../src/core/draft/check.ts';
import { readLexicon } from '../../src/core/formulations/compileLexicon.ts';
import { countHan } from '../../src/core/text/han.ts';
import { project } from '../commands.ts';
import type { Figures } from './figures.ts';
import { printTable } from '../printTable.ts';
import { recallOfChecks } from './checkRecall.ts';
import { dataFolder, speechFolder, unpacked } from '../texts/textFolder.ts';

interface Text {
  readonly name: string;
  readonly text: string;
}

/** Every so many days of the news are read: the rest says the same. Those held out lie between those that checks were tuned on. */
const everyDay = 10;
const heldOutDay = 2;

/** Every so many laws and regulations are read; no check was tuned on any of them. */
const everyLaw = 30;
const heldOutLaw = 15;

/**
 * Findings in published text and in our own speeches, per 10,000 Chinese characters: nearly all of them are false alarms.
 * Then how many planted faults are found. Options: `--misses` prints those that are not; `--show CODE` prints the findings of one kind (`all` for every kind) with the words around them.
 */
export function run(args: readonly string[]): Promise<Figures> {
  const show = args[args.indexOf('--show') + 1] ?? '';
  const shown = args.includes('--show') ? show : null;
  const lexicon = readLexicon(readFileSync(join(project, 'dist', 'lexicon.json'), 'utf8'));
  const groups = new Map<string, readonly Text[]>([['own speeches', textsOf(speechFolder)]]);
  if (existsSync(dataFolder)) {
    groups.set('work reports', textsOf(join(dataFolder, 'work-reports')));
    const news = unpacked(join(dataFolder, 'news.tar.xz'));
    groups.set('news', newsTexts(news, 0));
    groups.set('held out: news', newsTexts(news, heldOutDay));
    groups.set('held out: laws', lawTexts(unpacked(join(dataFolder, 'laws.tar.xz'))));
  } else {
    console.log('没有 ../shared/data，只看随附的讲话稿。');
  }
  const rates: Record<string, Record<string, number>> = {};
  const codes = new Set<string>();
  for (const [group, texts] of groups) {
    const counts: Record<string, number> = {};
    let characters = 0;
    let milliseconds = 0;
    for (const { name, text } of texts) {
      characters += countHan(text);
      const began = performance.now();
      const findings = checkDraft(text, name, { lexicon });
      milliseconds += performance.now() - began;
      for (const finding of findings) {
        counts[finding.code] = (counts[finding.code] ?? 0) + 1;
        codes.add(finding.code);
        if (shown === 'all' || shown === finding.code) console.log(`${group} ${finding.code} ${around(text, finding)}`);
      }
    }
    const per = (count: number) => Math.round((count / characters) * 1e6) / 100;
    rates[group] = Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, per(count)]));
    console.log(`${group}: ${String(texts.length)} texts, ${String(characters)} Chinese characters, ${(milliseconds / (characters / 1e4)).toFixed(1)} ms per 10,000`);
  }
  const names = [...groups.keys()];
  printTable(
    ['findings per 10,000 characters', ...names],
    [...codes].sort().map((code) => [code, ...names.map((group) => (rates[group]?.[code] ?? 0).toFixed(2))]),
  );
  const missed: string[] = [];
  const recall = recallOfChecks(lexicon, ({ kind, text }) => missed.push(`${kind}\t${text.replaceAll('\n', '⏎')}`));
  if (args.includes('--misses')) for (const line of missed) console.log(line);
  const all = [...recall.values()];
  const planted = all.reduce((sum, kind) => sum + kind.planted, 0);
  const found = all.reduce((sum, kind) => sum + kind.found, 0);
  printTable(['planted faults', 'planted', 'found'], [...[...recall].map(([kind, seen]) => [kind, String(seen.planted), String(seen.found)]), ['all', String(planted), String(found)]]);
  return Promise.resolve({ checks: rates, recall: { ...Object.fromEntries(recall), all: { planted, found } } });
}

function textsOf(folder: string): Text[] {
  const names = readdirSync(folder).filter((name) => /\.(md|txt)$/.test(name)).sort();
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** The news without its summary, one paragraph a line. */
function newsTexts(folder: string, offset: number): Text[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /^\d{8}\.md$/.test(entry.name));
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return paths
    .filter((_, index) => index % everyDay === offset)
    .map((path) => {
      const content = readFileSync(path, 'utf8');
      const details = content.slice(Math.max(0, content.search(/^##\s*详细新闻/m)));
      const lines = details.replace(/<\/p>|<br[^>]*>/g, '\n').replace(/<[^>]+>|&nbsp;|\[查看原文\]\([^)]*\)|^---\s*$|^\(更新时间戳.*$/gm, '').split('\n');
      return { name: path, text: lines.map((line) => line.trim()).filter((line) => line !== '').join('\n') };
    });
}

/** Laws and regulations without their front matter and heads. */
function lawTexts(folder: string): Text[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !/^README/iu.test(entry.name));
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return paths.filter((_, index) => index % everyLaw === heldOutLaw).map((path) => ({ name: path, text: readFileSync(path, 'utf8') }));
}

function around(text: string, { file, line, column, endColumn, message }: Finding): string {
  const shown = text.split('\n')[line - 1] ?? '';
  const part = `${shown.slice(Math.max(0, column - 21), column - 1)}[${shown.slice(column - 1, endColumn - 1).slice(0, 60)}]${shown.slice(endColumn - 1, endColumn + 19)}`;
  return `${file.split('/').at(-1) ?? file}:${String(line)} ${message} ${part}`;
}
