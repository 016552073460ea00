import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Completion, Skeleton } from '../../core/contracts.ts';
import { checkDraft } from '../../core/draft/check.ts';
import { minedEntry } from '../../core/formulations/compileLexicon.ts';
import { completeFormulations } from '../../core/formulations/complete.ts';
import { Lexicon } from '../../core/formulations/lexicon.ts';
import { emptyPhraseBook, parsePhraseBook, phraseEntries, type PhraseBook } from '../../core/formulations/phraseBook.ts';
import { libraryExpressions } from '../mining/libraryExpressions.ts';
import { loadLexicon } from '../search/bundledLexicon.ts';
import { limitField, readBytes, readFileAsDocument, readRequests, textField } from './input.ts';
import { writeResult } from './libraryCommands.ts';
import type { Arguments } from './usage.ts';
import { InputError, limitOf, optionOf, UsageError } from './usage.ts';

export async function outlineCommand(args: Arguments): Promise<void> {
  writeResult((await readFileAsDocument(args.operands[0] ?? '')).outline);
}

export async function textCommand(args: Arguments): Promise<void> {
  process.stdout.write(`${(await readFileAsDocument(args.operands[0] ?? '')).text}\n`);
}

/** Drafts in text formats are checked as they stand, so that places fit; others by their clean text. Returns the status. */
export async function checkCommand(args: Arguments, distDir: string): Promise<number> {
  const lexicon = loadLexicon(distDir);
  const { phrases } = phraseBookOf(args);
  const findings = [];
  for (const file of args.operands) {
    findings.push(...checkDraft(await draftText(file), file, { lexicon, phrases }));
  }
  writeResult(findings);
  return findings.length > 0 ? 1 : 0;
}

/** The writer's phrase book, empty where the call names none. */
function phraseBookOf(args: Arguments): PhraseBook {
  const file = optionOf(args, 'phrases');
  return file === undefined ? emptyPhraseBook : parsePhraseBook(decoded(readBytes(file)));
}

async function draftText(file: string): Promise<string> {
  if (!/\.(md|markdown|txt)$/i.test(file)) return (await readFileAsDocument(file)).text;
  return decoded(readBytes(file));
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the encoding that Chinese Windows writes.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export async function completeCommand(args: Arguments, distDir: string): Promise<void> {
  const lexicon = loadLexicon(distDir);
  const store = optionOf(args, 'store');
  if (store !== undefined) {
    if (!existsSync(store)) throw new InputError(`没有“${store}”这个索引文件夹。`);
    lexicon.add(libraryExpressions({ distDir, store, roots: 'all' }).map((expression) => minedEntry(expression, lexicon.reading)));
  }
  const book = phraseBookOf(args);
  const own = new Lexicon();
  own.add(phraseEntries(book, lexicon.reading));
  const context = { never: new Set(book.never) };
  const standard = limitOf(args);
  const complete = (request: { before: string; after: string | undefined; limit: number | undefined }): Completion[] =>
    completeFormulations([own, lexicon], {
      before: request.before,
      context,
      ...(request.after === undefined ? {} : { after: request.after }),
      ...(request.limit === undefined ? {} : { limit: request.limit }),
    });
  if (args.options.has('batch')) {
    for await (const request of readRequests()) {
      const after = request['after'] === undefined ? undefined : textField(request, 'after');
      const answer = complete({ before: textField(request, 'before'), after, limit: limitField(request) ?? standard });
      process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
    return;
  }
  const before = optionOf(args, 'before');
  if (before === undefined) throw new UsageError('“complete”缺少 --before。');
  writeResult(complete({ before, after: optionOf(args, 'after'), limit: standard }));
}

/** The shape of VS Code's snippet files, with what ours say beside it. */
interface SnippetFile {
  readonly [name: string]: {
    readonly prefix: string | readonly string[];
    readonly body: string | readonly string[];
    readonly description?: string;
    readonly occasion?: string;
    readonly wholeSpeech?: boolean;
  };
}

/** The skeletons of `snippets/`, which stands beside `dist` in the project and in the package alike. */
export function skeletonsCommand(distDir: string): void {
  const folder = join(distDir, '..', 'snippets');
  const skeletons: Skeleton[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const snippets = JSON.parse(readFileSync(join(folder, file), 'utf8')) as SnippetFile;
    for (const [name, snippet] of Object.entries(snippets)) {
      const body = typeof snippet.body === 'string' ? snippet.body : snippet.body.join('\n');
      skeletons.push({
        name,
        prefix: typeof snippet.prefix === 'string' ? [snippet.prefix] : snippet.prefix,
        occasion: snippet.occasion ?? null,
        description: snippet.description ?? '',
        body,
        wholeSpeech: snippet.wholeSpeech ?? /^# /m.test(body),
      });
    }
  }
  writeResult(skeletons);
}
