/**
 * Fewer patterns that find the same lines together: those of the same flags as alternatives of one, so that a line is gone
 * through once and not thirty times. Patterns that stand at the line's beginning are kept apart from those that may stand
 * anywhere, since together all would be tried at every character. For `test` only: groups are counted otherwise.
 */
export function joinForms(forms: readonly RegExp[]): RegExp[] {
  const kinds = new Map<string, RegExp[]>();
  for (const form of forms) {
    const kind = `${form.flags} ${String(beginsLine(form.source))}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), form]);
  }
  return [...kinds.values()].map((same) => new RegExp(same.map(({ source }) => `(?:${source})`).join('|'), same[0]?.flags));
}

/** Whether each alternative of a pattern begins with `^`. */
function beginsLine(source: string): boolean {
  let depth = 0;
  let inClass = false;
  let begins = source.startsWith('^');
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) begins &&= source.charAt(index + 1) === '^';
  }
  return begins;
}
