/**
 * What a field shows that Word draws from its code and keeps no result of. With such fields Word writes pronunciations
 * over characters, characters in circles and several characters in the place of one:
 *
 *   eq \o\ad(\s\up 9(shèn),慎) → 慎        the pronunciation is left out, as notes are
 *   eq \o\ac(○,安) → 安
 *   eq \o(\s\up 5(国务),\s\do 2(院)) → 国务院
 *
 * Of formulas the characters are shown in their order. Empty for any other field.
 */
export function shownByCode(code: string): string {
  return /^\s*eq[\s\\]/i.test(code) ? new Equation(code.replace(/^\s*eq/i, '')).shown().trim() : '';
}

/** An element of a switch: `慎` and `\s\up 9(shèn)` are two of `\o`. */
interface Element {
  text: string;
  /** Whether all of it stands higher or lower than the line; `null` where it is empty. */
  shifted: boolean | null;
}

interface OpenSwitch {
  /** `o` for `\o(…)`; empty for brackets that are the text's. */
  readonly name: string;
  readonly elements: Element[];
}

/** Switches have one letter; those of two are options of the one before them, some with a character: `\lc\{`. */
const optionWithCharacter = /^[lrbfv]c$/i;

/** What stands between the elements that a switch shows. */
const between: Readonly<Record<string, string>> = { f: '/', l: ',', a: ' ', '': ',' };

/** What Word puts around a character. */
const enclosures = new Set(['○', '◯', '□', '△', '◇']);

/** One walk over the code of an equation; switches that are open wait on a stack, since a code may nest them without end. */
class Equation {
  readonly #code: string;
  readonly #open: OpenSwitch[] = [{ name: 'line', elements: [{ text: '', shifted: null }] }];
  /** The switch whose elements are to come. */
  #pending: string | null = null;

  constructor(code: string) {
    this.#code = code;
  }

  shown(): string {
    for (let at = 0; at < this.#code.length; ) at = this.#step(at);
    while (this.#open.length > 1) this.#close();
    return this.#open[0]?.elements[0]?.text ?? '';
  }

  /** Reads what stands at `at`; returns where the code goes on. */
  #step(at: number): number {
    const character = this.#code.charAt(at);
    if (character === '\\') return this.#backslash(at + 1);
    if (this.#pending !== null && /[\s\d.-]/.test(character)) return at + 1;
    if (character === '(') this.#open.push({ name: this.#pending ?? '', elements: [{ text: '', shifted: null }] });
    else if (character === ')' && this.#open.length > 1) this.#close();
    else if (character === ',' && this.#open.length > 1) this.#open.at(-1)?.elements.push({ text: '', shifted: null });
    else this.#show(character, /\s/.test(character) ? null : false);
    this.#pending = null;
    return at + 1;
  }

  #backslash(at: number): number {
    const word = /^[a-z]{1,2}(?![a-z])/i.exec(this.#code.slice(at, at + 3))?.[0];
    if (word === undefined) {
      // `\* "Font:Song"` and `\* hps10` say what the field looks like, any other character stands for itself.
      if (this.#code.charAt(at) === '*') return at + (/^\*\s*(?:"[^"]*"|[^\s\\]*)/.exec(this.#code.slice(at, at + longestFormat))?.[0].length ?? 1);
      this.#show(this.#code.charAt(at), false);
      return at + 1;
    }
    if (word.length === 1) this.#pending = word.toLowerCase();
    return at + word.length + (optionWithCharacter.test(word) ? 2 : 0);
  }

  #show(text: string, shifted: boolean | null): void {
    const element = this.#open.at(-1)?.elements.at(-1);
    if (element === undefined) return;
    if (shifted !== null) element.shifted = shifted && element.shifted !== false;
    element.text += text;
  }

  #close(): void {
    const { name, elements } = this.#open.pop() ?? { name: '', elements: [] };
    const parts = name === 'o' ? bases(elements) : elements;
    // Added up and not joined: a join would copy all that is within once more for each switch around it.
    const text = parts.reduce((sum, part, index) => sum + (index === 0 ? '' : between[name] ?? '') + part.text, '');
    if (name === '') this.#show(`(${text})`, false);
    else this.#show(text, parts.every((part) => part.shifted === null) ? null : name === 's');
  }
}

/** So many characters a format of a field has at most. */
const longestFormat = 200;

/** Of what stands one over the other the characters that are read, without their pronunciation and their circle. */
function bases(elements: readonly Element[]): readonly Element[] {
  const upright = elements.filter(({ text, shifted }) => shifted === false && !(text.length < 4 && enclosures.has(text.trim())));
  return upright.length > 0 ? upright : elements;
}
