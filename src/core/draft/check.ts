import type { Finding } from '../contracts.ts';
import type { Lexicon } from '../formulations/lexicon.ts';
import { checkNumbering } from './checkNumbering.ts';
import { checkPairs } from './checkPairs.ts';
import { checkPlaceholders } from './checkPlaceholders.ts';
import { checkWording } from './checkWording.ts';
import { LinePlaces } from './linePlaces.ts';

/** Checks a draft; findings come in the order of the text. Never throws: any text is a draft. */
export function checkDraft(text: string, fileName: string, lexicon: Lexicon): Finding[] {
  const places = new LinePlaces(text);
  const issues = [...checkWording(text, lexicon), ...checkPlaceholders(text), ...checkPairs(text), ...checkNumbering(text)];
  issues.sort((left, right) => left.start - right.start || left.end - right.end);
  return issues.map(({ code, message, severity, start, end, fixes }) => {
    const range = places.range(start, end);
    return {
      file: fileName,
      code,
      message,
      severity,
      ...range,
      fixes: fixes.map(({ title, newText }) => ({ title, edits: [{ ...range, newText }] })),
    };
  });
}
