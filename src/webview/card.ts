import type { PanelTexts, PassageCard } from '../protocol/webview.ts';
import { button, element } from './elements.ts';
import { excerptStart, markTerms } from './marking.ts';

/** A likeness from which on a writer should not insert a passage unchanged. */
const notableOverlap = 0.3;

/** Paragraphs longer than this, in code units, start folded. */
const longText = 130;

/** About as much, in code units, as the five lines of a folded text hold. */
const seenOfFolded = 100;

/** Most names of other places that a tooltip lists. */
const listedDuplicates = 12;

export interface CardActions {
  readonly insert: () => void;
  readonly copy: () => void;
  readonly open: () => void;
}

function badges(card: PassageCard, texts: PanelTexts): HTMLElement {
  const line = element('div', { class: 'badges' });
  if (card.overlap >= notableOverlap) {
    const text = texts.overlap.replace('{0}', String(Math.round(card.overlap * 100)));
    line.append(element('span', { class: 'badge warning', title: texts.overlapHint }, text));
  }
  if (card.duplicates.length > 0) {
    const text = texts.duplicates.replace('{0}', String(card.duplicates.length));
    const shown = card.duplicates.slice(0, listedDuplicates);
    const title = [...shown, ...(card.duplicates.length > shown.length ? ['……'] : [])].join('\n');
    line.append(element('span', { class: 'badge', title }, text));
  }
  if (card.role !== 'body') line.append(element('span', { class: 'badge' }, texts.roles[card.role]));
  if (card.bundled) line.append(element('span', { class: 'badge' }, texts.bundled));
  return line;
}

function marked(text: string, terms: readonly string[]): (Node | string)[] {
  return markTerms(text, terms).map((stretch) => (stretch.marked ? element('mark', {}, stretch.text) : stretch.text));
}

function passageText(card: PassageCard, texts: PanelTexts): HTMLElement {
  const text = element('p', { class: 'text' });
  const start = card.text.length > longText ? excerptStart(card.text, card.terms, seenOfFolded) : 0;
  // It shrinks to nothing while the text is folded (similar.css), and stays there for screen readers and for copying.
  if (start > 0) text.append(element('span', { class: 'lead' }, ...marked(card.text.slice(0, start), card.terms)));
  text.append(...marked(card.text.slice(start), card.terms));
  const box = element('div', {}, text);
  if (card.text.length > longText) {
    text.classList.add('folded');
    const toggle = button(texts.more, { class: 'link more', 'aria-expanded': 'false' }, () => {
      const folded = text.classList.toggle('folded');
      toggle.textContent = folded ? texts.more : texts.less;
      toggle.setAttribute('aria-expanded', String(!folded));
    });
    box.append(toggle);
  }
  return box;
}

/** Where a passage comes from, in two lines that never wrap: the speech with its year, then the heads above it. */
function sourceOf(card: PassageCard, texts: PanelTexts, open: () => void): HTMLElement {
  const full = [card.title, ...card.sections, card.place].filter((part) => part !== '').join('\n');
  const line = element('div', { class: 'source' });
  line.append(button(card.title, { class: 'link title', title: `${full}\n${texts.openHint}` }, open));
  if (card.year !== null) line.append(element('span', { class: 'year' }, String(card.year)));
  const source = element('div', {}, line);
  const path = card.sections.join(' › ');
  if (path !== '') source.append(element('div', { class: 'sections', title: path }, path));
  return source;
}

/** One passage: where it comes from, its text with the shared words marked, and what can be done with it. */
export function makeCard(card: PassageCard, texts: PanelTexts, actions: CardActions): HTMLElement {
  const label = [card.title, ...card.sections, card.year === null ? '' : String(card.year)];
  const made = element('article', {
    class: 'card',
    role: 'listitem',
    tabindex: '-1',
    'aria-label': label.filter((part) => part !== '').join('，'),
    'aria-keyshortcuts': 'Enter Control+C O',
    'data-key': card.key,
  });
  made.append(
    sourceOf(card, texts, actions.open),
    passageText(card, texts),
    element(
      'div',
      { class: 'actions' },
      button(texts.insert, { class: 'action', 'data-action': 'insert', title: texts.insertHint }, actions.insert),
      button(texts.copy, { class: 'action', 'data-action': 'copy' }, actions.copy),
      button(texts.open, { class: 'action', 'data-action': 'open', title: texts.openHint }, actions.open),
      badges(card, texts),
    ),
  );
  made.addEventListener('keydown', (event) => {
    if (event.target !== made || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !command) actions.insert();
    else if (event.key === 'c' && command && String(getSelection()) === '') actions.copy();
    else if (event.key === 'o' && !command) actions.open();
    else return;
    event.preventDefault();
  });
  return made;
}
