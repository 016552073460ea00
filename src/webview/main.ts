import { isToPanel, type FromPanel, type PanelAction, type PanelState, type PanelTexts } from '../protocol/webview.ts';
import { paragraphRoleOf, roleOptions } from './roleFilter.ts';
import { makeCard } from './card.ts';
import { button, element } from './elements.ts';

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

const toolbar = element('div', { class: 'toolbar' });
const list = element('main', { class: 'list', 'aria-live': 'polite' });
const libraryLine = element('div', { class: 'library', role: 'status' });
document.body.append(toolbar, list, libraryLine);

const send = (message: FromPanel) => host.postMessage(message);

function keep(): void {
  if (texts !== null && state !== null) host.setState({ texts, state, following });
}

const search = element('input', { type: 'search', class: 'search', maxlength: '2000' });
search.addEventListener('keydown', (event) => {
  // Enter that ends a composition belongs to the input method.
  if (event.key === 'Enter' && !event.isComposing) send({ type: 'search', query: search.value });
});
search.addEventListener('search', () => {
  if (search.value === '') send({ type: 'search', query: '' });
});
const roles = element('select', { class: 'roles' });
roles.addEventListener('change', () => send({ type: 'role', role: paragraphRoleOf(roles.value) }));
const pin = button('', { class: 'action pin' }, () => send({ type: 'follow', following: !following }));

function showToolbar(): void {
  if (texts === null) return;
  search.placeholder = texts.searchPlaceholder;
  search.setAttribute('aria-label', texts.searchPlaceholder);
  roles.setAttribute('aria-label', texts.roleLabel);
  const chosen = roles.value;
  roles.replaceChildren(...roleOptions(texts).map(([value, label]) => element('option', { value }, label)));
  roles.value = chosen;
  pin.textContent = following ? texts.follow : texts.pinned;
  pin.title = following ? texts.followHint : texts.pinnedHint;
  pin.setAttribute('aria-pressed', String(!following));
  // Moving an element that has the focus takes the focus away from it.
  if (toolbar.childElementCount === 0) toolbar.append(search, element('div', { class: 'row' }, roles, pin));
}

function actionButton(action: PanelAction, words: PanelTexts): HTMLButtonElement {
  return button(words[action], { class: 'action primary', 'data-action': action }, () => send({ type: 'action', action }));
}

function showState(): void {
  if (texts === null || state === null) return;
  list.dataset['query'] = 'query' in state ? state.query : '';
  const words = texts;
  switch (state.kind) {
    case 'idle':
    case 'working':
      list.replaceChildren(element('p', { class: `message ${state.kind}` }, state.message));
      return;
    case 'empty':
      list.replaceChildren(element('p', { class: 'message empty' }, state.message), actionButton('addFolder', words));
      return;
    case 'failed':
      list.replaceChildren(
        element('p', { class: 'message failed', role: 'alert' }, state.message),
        actionButton(state.action, words),
      );
      return;
    case 'found':
      list.replaceChildren(
        ...state.cards.map((card) =>
          makeCard(card, words, {
            insert: () => send({ type: 'insert', key: card.key }),
            copy: () => send({ type: 'copy', key: card.key }),
            open: () => send({ type: 'open', key: card.key }),
          }),
        ),
      );
      list.scrollTop = 0;
      return;
    default: {
      const unknown: never = state;
      throw new Error(`no such state: ${JSON.stringify(unknown)}`);
    }
  }
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = event.data;
  if (!isToPanel(message)) return;
  switch (message.type) {
    case 'texts':
      texts = message.texts;
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
      libraryLine.textContent = message.line;
      libraryLine.classList.toggle('busy', message.busy);
      break;
    case 'following':
      following = message.following;
      // Words that are no longer what the list answers must not stand above it.
      if (following && document.activeElement !== search) search.value = '';
      showToolbar();
      break;
    case 'focusSearch':
      search.focus();
      search.select();
      break;
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
  showToolbar();
  showState();
}
send({ type: 'ready' });
