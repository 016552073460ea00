import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Completion, Finding, Skeleton } from '../../core/contracts.ts';
import { checkDraft } from '../../core/draft/check.ts';
import { minedEntry } from '../../core/formulations/compileLexicon.ts';
import { completeFormulations } from '../../core/formulations/complete.ts';
import { Lexicon } from '../../core/formulations/lexicon.ts';
import { emptyPhraseBook, parsePhraseBook, phraseEntries, type PhraseBook } from '../../core/formulations/phraseBook.ts';
import { libraryExpressions } from '../mining/libraryExpressions.ts';
import { loadLexicon } from '../search/bundledLexicon.ts';
import { answerRequests, limitField, readFileAsDocument, readText, textField } from './input.ts';
import { requireStore } from './libraryCommands.ts';
import { complain, writeResult } from './output.ts';
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
  const findings: Finding[] = [];
  let unread = 0;
  for (const file of args.operands) {
    try {
      findings.push(...checkDraft(await draftText(file), file, { lexicon, phrases }));
    } catch (error) {
      // One file that cannot be read keeps nobody from what was found in the others.
      if (!(error instanceof InputError)) throw error;
      unread += 1;
      complain(error.message);
    }
  }
  if (unread < args.operands.length) writeResult(findings);
  return unread > 0 ? 2 : findings.length > 0 ? 1 : 0;
}

/** The writer's phrase book, empty where the call names none. */
function phraseBookOf(args: Arguments): PhraseBook {
  const file = optionOf(args, 'phrases');
  return file === undefined ? emptyPhraseBook : parsePhraseBook(readText(file));
}

async function draftText(file: string): Promise<string> {
  return /\.(md|markdown|txt)$/i.test(file) ? readText(file) : (await readFileAsDocument(file)).text;
}

/** Returns the status. */
export async function completeCommand(args: Arguments, distDir: string): Promise<number> {
  const lexicon = loadLexicon(distDir);
  const store = optionOf(args, 'store');
  if (store !== undefined) {
    requireStore(store);
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
    return answerRequests((request) => {
      const after = request['after'] === undefined || request['after'] === null ? undefined : textField(request, 'after');
      return complete({ before: textField(request, 'before'), after, limit: limitField(request) ?? standard });
    });
  }
  const before = optionOf(args, 'before');
  if (before === undefined) throw new UsageError('“complete”缺少 --before。');
  writeResult(complete({ before, after: optionOf(args, 'after'), limit: standard }));
  return 0;
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
