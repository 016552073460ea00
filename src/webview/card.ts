import type { PanelTexts, PassageCard } from '../protocol/webview.ts';
import { button, element } from './elements.ts';
import { markTerms } from './marking.ts';

/** A likeness from which on a writer should not insert a passage unchanged. */
const notableOverlap = 0.3;

/** Paragraphs longer than this, in code units, start folded. */
const longText = 180;

export interface CardActions {
  readonly insert: () => void;
  readonly copy: () => void;
  readonly open: () => void;
}

function badges(card: PassageCard, texts: PanelTexts): HTMLElement {
  const line = element('div', { class: 'badges' });
  if (card.role !== 'body') line.append(element('span', { class: 'badge' }, texts.roles[card.role]));
  if (card.bundled) line.append(element('span', { class: 'badge' }, texts.bundled));
  if (card.overlap >= notableOverlap) {
    const text = texts.overlap.replace('{0}', String(Math.round(card.overlap * 100)));
    line.append(element('span', { class: 'badge warning' }, text));
  }
  if (card.duplicates.length > 0) {
    const text = texts.duplicates.replace('{0}', String(card.duplicates.length));
    line.append(element('span', { class: 'badge', title: card.duplicates.join('\n') }, text));
  }
  return line;
}

function passageText(card: PassageCard, texts: PanelTexts): HTMLElement {
  const text = element('p', { class: 'text' });
  for (const stretch of markTerms(card.text, card.terms)) {
    text.append(stretch.marked ? element('mark', {}, stretch.text) : stretch.text);
  }
  const box = element('div', {}, text);
  if (card.text.length > longText) {
    text.classList.add('folded');
    const toggle = button(texts.more, { class: 'link', 'aria-expanded': 'false' }, () => {
      const folded = text.classList.toggle('folded');
      toggle.textContent = folded ? texts.more : texts.less;
      toggle.setAttribute('aria-expanded', String(!folded));
    });
    box.append(toggle);
  }
  return box;
}

/** One passage: where it comes from, its text with the shared words marked, and what can be done with it. */
export function makeCard(card: PassageCard, texts: PanelTexts, actions: CardActions): HTMLElement {
  const where = card.source.join(' › ');
  const source = element('div', { class: 'source' });
  source.append(
    button(where, { class: 'link title', title: card.file }, actions.open),
    ...(card.year === null ? [] : [element('span', { class: 'year' }, String(card.year))]),
  );
  const made = element('article', { class: 'card', tabindex: '0', 'aria-label': where, 'data-key': card.key });
  made.append(
    source,
    passageText(card, texts),
    element(
      'div',
      { class: 'actions' },
      button(texts.insert, { class: 'action primary', 'data-action': 'insert' }, actions.insert),
      button(texts.copy, { class: 'action', 'data-action': 'copy' }, actions.copy),
      button(texts.open, { class: 'action', 'data-action': 'open' }, actions.open),
      badges(card, texts),
    ),
  );
  made.addEventListener('keydown', (event) => {
    if (event.target !== made) return;
    if (event.key === 'Enter') actions.insert();
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && String(getSelection()) === '') actions.copy();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = event.key === 'ArrowDown' ? made.nextElementSibling : made.previousElementSibling;
      if (next instanceof HTMLElement) next.focus();
    } else return;
    event.preventDefault();
  });
  return made;
}
