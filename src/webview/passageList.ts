/** Cards that PageUp and PageDown pass over. */
const page = 5;

function cardsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.card')];
}

/** Only the buttons of the card in question are stops of the Tab key; a list of 100 has not 500 of them. */
function makeCurrent(card: HTMLElement, all: readonly HTMLElement[]): void {
  for (const one of all) {
    const stop = one === card ? '0' : '-1';
    one.tabIndex = Number(stop);
    for (const control of one.querySelectorAll('button')) control.tabIndex = Number(stop);
  }
}

/** The first card becomes the stop of the Tab key. */
export function startAtFirst(list: HTMLElement): void {
  const all = cardsOf(list);
  const [first] = all;
  if (first !== undefined) makeCurrent(first, all);
}

/** Arrow keys, Home, End and the page keys go from card to card; the card in question follows the focus. */
export function walkCards(list: HTMLElement): void {
  list.addEventListener('focusin', (event) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('.card') : null;
    if (card !== null) makeCurrent(card, cardsOf(list));
  });
  list.addEventListener('keydown', (event) => {
    const all = cardsOf(list);
    const at = all.findIndex((card) => card === event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: all.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = all[Math.min(all.length - 1, Math.max(0, step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  });
}
