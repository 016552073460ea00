import * as vscode from 'vscode';
import type { Skeleton } from '../../core/contracts.ts';
import { Acceptance } from '../../core/draft/acceptance.ts';
import { entryOfLine, minedEntry, openLexiconLines } from '../../core/formulations/compileLexicon.ts';
import { Lexicon } from '../../core/formulations/lexicon.ts';
import type { PhraseBook } from '../../core/formulations/phraseBook.ts';
import { phraseEntries } from '../../core/formulations/phraseBook.ts';
import { readSkeletons } from '../../core/skeletons/readSkeletons.ts';
import type { Engine } from '../../protocol/engine.ts';
import { CandidateSource } from './candidateSource.ts';
import { onCompletionSettings, readCompletionSettings } from './completionSettings.ts';
import { draftSelector } from '../drafts.ts';
import { FormulationProvider } from './formulationProvider.ts';
import { registerGhostText } from './ghostText.ts';
import { GhostTextHint } from './ghostTextHint.ts';
import { headingItems } from './headingProvider.ts';
import { processorDetail, processorTime } from '../loadBegan.ts';
import { libraryExample } from './libraryExample.ts';
import type { OpenExample } from './listCommands.ts';
import { registerListCommands } from './listCommands.ts';
import { ListState } from './listState.ts';
import { registerListTrigger } from './listTrigger.ts';
import { followLibrary, inSlices, linesAtOnce, slicesOf } from './minedLexicon.ts';
import { registerPhraseBookCommands } from './phraseBookCommands.ts';
import { PhraseBookFile } from './phraseBookFile.ts';
import { registerFormulationSearch } from './searchFormulations.ts';
import { UsageMemory } from './usageMemory.ts';
import { warmUp } from './warmUp.ts';

export interface CompletionDependencies {
  readonly extensionUri: vscode.Uri;
  /** Where the phrase book lies unless a setting names a file. */
  readonly storageUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly log: (message: string) => void;
  readonly openExample: OpenExample;
  /** Gives the writer's own repeated wording; completion works without it. */
  readonly engine?: Engine;
}

/** What other parts may use of completion. */
export interface CompletionHandle extends vscode.Disposable {
  /** Resolves with the bundled lexicon once it is read; rejects where it cannot be. */
  readonly lexicon: Promise<Lexicon>;
  /** Resolves once the bundled lexicon and the phrase book are read. */
  readonly ready: Promise<void>;
  /** All lexicons at this moment: bundled, mined, phrase book. */
  lexicons(): readonly Lexicon[];
  /** The writer's own phrases at this moment. */
  phraseBook(): PhraseBook;
}

/** Registers completion of formulations: the list, its trigger, ghost text, the phrase book and their commands. */
export function registerCompletion({ extensionUri, storageUri, globalState, log, openExample, engine }: CompletionDependencies): CompletionHandle {
  let settings = readCompletionSettings();
  let bundled = new Lexicon();
  let phrases = new Lexicon();
  let mined = new Lexicon();
  const phraseBook = new PhraseBookFile(storageUri, log);
  let never: ReadonlySet<string> = new Set();
  const usage = new UsageMemory(globalState);
  const lexicons = () => (settings.mined ? [phrases, bundled, mined] : [phrases, bundled]);
  const source = new CandidateSource(() => ({ settings, lexicons: lexicons(), never, uses: (text) => usage.uses(text) }));
  const list = new ListState();
  const ghostTextHint = new GhostTextHint(globalState);
  const noteTaken = async (text: string, reason: string) => {
    if (settings.remember) await usage.taken(text);
    source.forget();
    if (reason === 'chain') await ghostTextHint.chainTaken(settings);
  };
  const acceptance = new Acceptance((text, reason) => {
    noteTaken(text, reason).catch((error: unknown) => log(`What was taken could not be remembered: ${String(error)}`));
  });
  const textOf = (id: string) => {
    const index = bundled.indexOf(id);
    return index === undefined ? null : bundled.entryAt(index).text;
  };

  const usePhrases = () => {
    phrases = new Lexicon();
    phrases.add(phraseEntries(phraseBook.current, bundled.reading));
    never = new Set(phraseBook.current.never);
    source.forget();
  };
  const lexicon = readBundled(extensionUri).then(
    (read) => {
      bundled = read;
      usePhrases();
      void warmUp(read);
      return read;
    },
    (error: unknown) => {
      log(`lexicon.json could not be read: ${String(error)}`);
      throw error;
    },
  );
  let skeletons: readonly Skeleton[] = [];
  readSections(extensionUri).then(
    (read) => {
      skeletons = read;
    },
    (error: unknown) => log(`snippets/sections.json could not be read: ${String(error)}`),
  );
  // Whoever awaits `lexicon` hears of the failure; nobody awaiting it is no reason to end the extension host's run.
  lexicon.catch(() => undefined);
  const readPhraseBook = () =>
    phraseBook.use(settings.phraseBook).catch((error: unknown) => log(`The phrase book could not be read: ${String(error)}`));
  const registered = vscode.Disposable.from(
    phraseBook,
    phraseBook.onChanged(usePhrases),
    onCompletionSettings(() => {
      settings = readCompletionSettings();
      setEnterContext(settings.acceptOnEnter);
      source.forget();
      void readPhraseBook();
    }),
    vscode.languages.registerCompletionItemProvider(
      draftSelector,
      new FormulationProvider({ source, list, acceptance, textOf, exampleOf: libraryExample(engine), skeletons: () => skeletons }),
    ),
    registerListTrigger({
      source,
      list,
      acceptance,
      settings: () => settings,
      opensAtHead: (document, position) => headingItems(skeletons, document, position).length > 0,
    }),
    vscode.workspace.onDidCloseTextDocument((document) => list.forget(document)),
    registerListCommands({
      list,
      usage,
      acceptance,
      onCleared: () => source.forget(),
      openExample,
    }),
    registerPhraseBookCommands(phraseBook),
    registerGhostText(source, acceptance, () => settings),
    registerFormulationSearch({ lexicons, onTaken: (text) => usage.taken(text) }),
    ...(engine === undefined
      ? []
      : [
          followLibrary(engine, log, () => {
            mined = new Lexicon();
            const target = mined;
            source.forget();
            return (slice) => {
              target.add(slice.map((expression) => minedEntry(expression, bundled.reading)));
              source.forget();
            };
          }),
        ]),
  );
  setEnterContext(settings.acceptOnEnter);
  const ready = Promise.all([lexicon, readPhraseBook()]).then(() => undefined);
  ready.catch(() => undefined);
  return { lexicon, ready, lexicons, phraseBook: () => phraseBook.current, dispose: () => registered.dispose() };
}

function setEnterContext(acceptOnEnter: 'afterChoice' | 'always'): void {
  void vscode.commands.executeCommand('setContext', 'speechDraft.enterMeansParagraph', acceptOnEnter === 'afterChoice');
}

async function readSections(extensionUri: vscode.Uri): Promise<Skeleton[]> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'snippets', 'sections.json'));
  return readSkeletons(new TextDecoder().decode(bytes));
}

async function readBundled(extensionUri: vscode.Uri): Promise<Lexicon> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'lexicon.json'));
  const began = performance.now();
  const processor = processorTime();
  const { lexicon, lines } = openLexiconLines(bytes);
  performance.measure('speechDraft: open lexicon', { start: began, detail: processorDetail(processor) });
  await inSlices(slicesOf(lines, linesAtOnce), (slice) => lexicon.add(slice.map(entryOfLine)));
  return lexicon;
}
