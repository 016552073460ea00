import { GeneratedNumbers, type ListLevel, type NumberedList } from './generatedNumbers.ts';
import type { ReadingLimits } from './limits.ts';
import { walkXml, type Attributes } from './xml.ts';

/** What an OpenDocument text defines beside its paragraphs. */
export interface OdtStyles {
  /** Levels of list styles by name; the headings' own numbering has the empty name. */
  readonly lists: Map<string, Map<number, ListLevel>>;
  /** Styles whose text is not shown. */
  readonly hidden: Set<string>;
}

/** `一, 二, 三, ...` is how the format names a way to count. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^一/, 'chineseCounting'],
  [/^壹/, 'chineseLegalSimplified'],
  [/^甲/, 'ideographTraditional'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^１/, 'decimalFullWidth'],
  [/^A/, 'upperLetter'],
  [/^a/, 'lowerLetter'],
  [/^I/, 'upperRoman'],
  [/^i/, 'lowerRoman'],
  [/^$/, 'none'],
];

/** Reads the styles that stand in a part of the document into `styles`. */
export function readOdtStyles(xml: string, styles: OdtStyles, limits: ReadingLimits): void {
  let list: Map<number, ListLevel> | null = null;
  let open: (ListLevel & { apart?: boolean }) | null = null;
  let style = '';
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'style:style') style = attributes.get('style:name') ?? '';
      else if (name === 'style:text-properties' && attributes.get('text:display') === 'none') styles.hidden.add(style);
      else if (name === 'text:list-style' || name === 'text:outline-style') {
        list = new Map();
        styles.lists.set(name === 'text:outline-style' ? '' : (attributes.get('style:name') ?? ''), list);
      } else if (name === 'text:list-level-style-number' || name === 'text:outline-level-style') {
        const level = Number(attributes.get('text:level') ?? 1) - 1;
        open = { ...levelOf(attributes, level) };
        list?.set(level, open);
      } else if (name === 'style:list-level-label-alignment' && attributes.get('text:label-followed-by') === 'nothing' && open !== null) open.apart = false;
    },
    close(name) {
      if (name === 'text:list-style' || name === 'text:outline-style') list = null;
    },
    text() {
      // Styles hold attributes only.
    },
  }, limits);
}

function levelOf(attributes: Attributes, level: number): ListLevel {
  const format = attributes.get('style:num-format') ?? '';
  const displayed = Math.min(level + 1, Math.max(1, Number(attributes.get('text:display-levels') ?? 1) || 1));
  const numbers = Array.from({ length: displayed }, (_, index) => `%${level - displayed + index + 2}`).join('.');
  return {
    format: formats.find(([pattern]) => pattern.test(format))?.[1] ?? 'decimal',
    pattern: `${attributes.get('style:num-prefix') ?? ''}${numbers}${attributes.get('style:num-suffix') ?? ''}`,
    start: Number(attributes.get('text:start-value') ?? 1) || 1,
  };
}

/** Follows the lists of a document's body and counts their items. */
export class OdtLists {
  readonly #styles: OdtStyles;
  readonly #known = new Map<string, NumberedList>();
  readonly #numbers = new GeneratedNumbers(this.#known);
  /** The lists that are open, outermost first, by the name under which each is counted. */
  readonly #open: string[] = [];
  #last = '';
  #count = 0;
  #itemPending = false;
  /** The number that an item says it has; `null` where it counts on. */
  #startOfItem: number | null = null;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
    const headings = styles.lists.get('');
    if (headings !== undefined) this.#known.set('', { definition: '', levels: headings, restarts: new Map() });
  }

  openList(attributes: Attributes): void {
    const style = attributes.get('text:style-name');
    const outer = this.#open.at(-1);
    const inherited = outer === undefined ? undefined : this.#known.get(outer);
    const levels = (style === null ? undefined : this.#styles.lists.get(style)) ?? inherited?.levels ?? new Map<number, ListLevel>();
    this.#count += 1;
    const id = attributes.get('xml:id') ?? `#${this.#count}`;
    const goesOn = attributes.get('text:continue-list') ?? (attributes.get('text:continue-numbering') === 'true' ? this.#last : null);
    // A list within a list counts with it, so that 1.2 knows its 1.
    const definition = inherited?.definition ?? (goesOn === null ? undefined : this.#known.get(goesOn)?.definition) ?? id;
    this.#known.set(id, { definition, levels, restarts: new Map() });
    this.#open.push(id);
  }

  closeList(): void {
    this.#last = this.#open.pop() ?? this.#last;
  }

  openItem(attributes: Attributes): void {
    this.#itemPending = true;
    this.#startOfItem = numberIn(attributes.get('text:start-value'));
  }

  /** The number before a paragraph that opens an item. */
  ofParagraph(): string {
    const list = this.#open.at(-1);
    if (!this.#itemPending || list === undefined) return '';
    this.#itemPending = false;
    return this.#numbers.next(list, this.#open.length - 1, this.#startOfItem);
  }

  ofHeading(level: number, attributes: Attributes): string {
    if (this.#open.length > 0) return this.ofParagraph();
    if (attributes.get('text:is-list-header') === 'true') return '';
    const start = attributes.get('text:restart-numbering') === 'true' ? (numberIn(attributes.get('text:start-value')) ?? 1) : null;
    return this.#numbers.next('', level - 1, start);
  }
}

function numberIn(value: string | null): number | null {
  const number = Number(value ?? NaN);
  return Number.isInteger(number) ? number : null;
}
