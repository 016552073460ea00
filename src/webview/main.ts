import { isToPanel, type FromPanel, type PanelAction, type PanelState, type PanelTexts, type SourceChoice } from '../protocol/webview.ts';
import { makeCard } from './card.ts';
import { button, element } from './elements.ts';
import { startAtFirst, walkCards } from './passageList.ts';
import { RestrictionBar } from './restrictionBar.ts';

interface Kept {
  readonly texts: PanelTexts;
  readonly state: PanelState;
  readonly following: boolean;
}

interface WebviewApi {
  postMessage(message: FromPanel): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): WebviewApi;

const host = acquireVsCodeApi();
let texts: PanelTexts | null = null;
let state: PanelState | null = null;
let following = true;

const toolbar = element('div', { class: 'toolbar', role: 'search' });
// The summary alone is read out when the list changes; a screen reader that read twenty paragraphs would be no help.
const summary = element('div', { class: 'summary', role: 'status' });
const list = element('main', { class: 'list' });
const libraryText = element('span', {});
const libraryBar = element('progress', { class: 'progress', max: '1' });
const libraryLine = element('footer', { class: 'library' }, libraryText);
document.body.append(toolbar, summary, list, libraryLine);
walkCards(list);

const send = (message: FromPanel) => host.postMessage(message);

function keep(): void {
  if (texts !== null && state !== null) host.setState({ texts, state, following });
}

const search = element('input', { type: 'search', class: 'search', maxlength: '2000', spellcheck: 'false' });
search.addEventListener('keydown', (event) => {
  // Enter that ends a composition belongs to the input method.
  if (event.isComposing) return;
  if (event.key === 'Enter') send({ type: 'search', query: search.value });
  else if (event.key === 'ArrowDown') list.querySelector<HTMLElement>('.card[tabindex="0"]')?.focus();
  else return;
  event.preventDefault();
});
search.addEventListener('search', () => {
  if (search.value === '') send({ type: 'search', query: '' });
});
const restrictions = new RestrictionBar((restriction) => send({ type: 'restrict', restriction }));
let sources: readonly SourceChoice[] = [];
const followBox = element('input', { type: 'checkbox' });
followBox.addEventListener('change', () => send({ type: 'follow', following: followBox.checked }));
const followText = element('span', {});
const follow = element('label', { class: 'follow' }, followBox, followText);

function showToolbar(): void {
  if (texts === null) return;
  search.placeholder = texts.searchPlaceholder;
  search.setAttribute('aria-label', texts.searchPlaceholder);
  followText.textContent = texts.follow;
  follow.title = texts.followHint;
  followBox.checked = following;
  // Moving an element that has the focus takes the focus away from it.
  if (toolbar.childElementCount === 0) toolbar.append(search, element('div', { class: 'row' }, restrictions.roles, restrictions.toggle, follow), restrictions.more);
}

function actionButtons(actions: readonly PanelAction[], words: PanelTexts): HTMLElement {
  const buttons = actions.map((action, index) =>
    button(words.actions[action], { class: index === 0 ? 'help primary' : 'help', 'data-action': action }, () =>
      send({ type: 'action', action }),
    ),
  );
  return element('div', { class: 'helps' }, ...buttons);
}

function showMessage({ kind, message }: { readonly kind: string; readonly message: string }, actions: readonly PanelAction[], words: PanelTexts): void {
  summary.textContent = '';
  list.removeAttribute('role');
  const attributes = { class: `message ${kind}`, role: kind === 'failed' ? 'alert' : 'status' };
  list.replaceChildren(element('p', attributes, message), ...(actions.length === 0 ? [] : [actionButtons(actions, words)]));
}

function showState(): void {
  if (texts === null || state === null) return;
  list.dataset['query'] = 'query' in state ? state.query : '';
  const words = texts;
  switch (state.kind) {
    case 'working':
      showMessage(state, [], words);
      return;
    case 'idle':
    case 'empty':
    case 'failed':
      showMessage(state, state.actions, words);
      return;
    case 'found':
      summary.textContent = state.summary;
      list.setAttribute('role', 'list');
      list.setAttribute('aria-label', words.list);
      list.replaceChildren(
        ...state.cards.map((card) =>
          makeCard(card, words, {
            insert: () => send({ type: 'insert', key: card.key }),
            copy: () => send({ type: 'copy', key: card.key }),
            open: () => send({ type: 'open', key: card.key }),
          }),
        ),
      );
      startAtFirst(list);
      list.scrollTop = 0;
      return;
    default: {
      const unknown: never = state;
      throw new Error(`no such state: ${JSON.stringify(unknown)}`);
    }
  }
}

function showLibrary(line: string, progress: number | null): void {
  libraryText.textContent = line;
  if (progress === null) {
    libraryBar.remove();
    return;
  }
  libraryBar.value = progress;
  libraryBar.setAttribute('aria-label', line);
  if (!libraryBar.isConnected) libraryLine.append(libraryBar);
}

/** Says on the button itself that the passage is in the clipboard: eyes are there already. */
function showCopied(key: string): void {
  const words = texts;
  const shown = list.querySelector(`.card[data-key="${CSS.escape(key)}"] [data-action="copy"]`);
  if (words === null || shown === null) return;
  shown.textContent = words.copied;
  setTimeout(() => (shown.textContent = words.copy), 1500);
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = event.data;
  if (!isToPanel(message)) return;
  switch (message.type) {
    case 'texts':
      texts = message.texts;
      restrictions.showTexts(texts);
      restrictions.showSources(sources, texts);
      showToolbar();
      showState();
      break;
    case 'state':
      // A list that is there stays while the next is looked up, so that nothing flickers under a reader's eyes.
      if (message.state.kind === 'working' && state?.kind === 'found') {
        list.classList.add('stale');
        return;
      }
      list.classList.remove('stale');
      state = message.state;
      showState();
      break;
    case 'library':
      showLibrary(message.line, message.progress);
      return;
    case 'following':
      following = message.following;
      showToolbar();
      break;
    case 'asked':
      restrictions.show(message.restriction);
      // Words that are no longer what the list answers must not stand above it; words being typed stay.
      if (document.activeElement !== search) search.value = message.search;
      return;
    case 'sources':
      ({ sources } = message);
      if (texts !== null) restrictions.showSources(sources, texts);
      return;
    case 'copied':
      showCopied(message.key);
      return;
    case 'focusSearch':
      search.focus();
      search.select();
      return;
    default: {
      const unknown: never = message;
      throw new Error(`no such message: ${JSON.stringify(unknown)}`);
    }
  }
  keep();
});

const kept = host.getState();
if (kept !== undefined) {
  ({ texts, state, following } = kept);
  restrictions.showTexts(texts);
  showToolbar();
  showState();
}
send({ type: 'ready' });
