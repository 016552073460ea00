/** An answer as JSON, for people who read it as well. */
export function writeResult(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** An answer of `--batch`, on a line of its own. */
export function writeLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** A sentence on standard error. A file's name may hold anything; on a terminal control characters would act. */
export function complain(message: string): void {
  process.stderr.write(`${message.replace(/\p{Cc}+/gu, ' ')}\n`);
}
