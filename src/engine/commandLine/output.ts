/** An answer as JSON, for people who read it as well. */
export function writeResult(value: unknown): void {
  process.stdout.write(`${shownJson(JSON.stringify(value, null, 2))}\n`);
}

/** An answer of `--batch`, on a line of its own. */
export function writeLine(value: unknown): void {
  process.stdout.write(`${shownJson(JSON.stringify(value))}\n`);
}

/** What turns the direction of writing stands in strings only, where it may be escaped: on a terminal a name would show another ending. */
function shownJson(json: string): string {
  return json.replace(/\p{Bidi_Control}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A sentence on standard error. A file's name may hold anything; on a terminal control characters and marks of direction would act. */
export function complain(message: string): void {
  process.stderr.write(`${message.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ')}\n`);
}
