import { rememberLines } from './lineMemory.ts';

/**
 * Which kinds of characters a line holds. Most forms that are looked for in every line cannot be there without a character of
 * some class; each form would be tried at every character, while one walk over the line answers for all classes.
 */
const forms: RegExp[] = [];
/** A bit for each class that a character is in; the highest is set where that has been looked up. */
const kinds = new Int32Array(1 << 16);
const lookedUp = 1 << 31;
const mostForms = 31;

/** Tells of a line whether it holds a character of the class that the form is: `/[：:]/`. Beyond the basic plane it is asked of halves. */
export function holder(form: RegExp): (line: string) => boolean {
  const known = forms.findIndex(({ source }) => source === form.source);
  const at = known < 0 ? forms.push(form) - 1 : known;
  if (at >= mostForms) throw new RangeError('there is no bit left for another class');
  return (line) => {
    // One line is asked about again and again.
    if (line !== lastLine) {
      lastLine = line;
      lastKinds = kindsOf(line);
    }
    return (lastKinds & (1 << at)) !== 0;
  };
}

let lastLine = '';
let lastKinds = 0;

const kindsOf = rememberLines((line) => {
  let found = 0;
  for (let index = 0; index < line.length; index += 1) {
    const unit = line.charCodeAt(index);
    const kind = kinds[unit] as number;
    found |= kind === 0 ? lookUp(unit) : kind;
  }
  return found;
});

function lookUp(unit: number): number {
  const character = String.fromCharCode(unit);
  let kind = lookedUp;
  for (const [index, form] of forms.entries()) if (form.test(character)) kind |= 1 << index;
  kinds[unit] = kind;
  return kind;
}
