import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The code of a thread: the build lays it beside the bundles; run from the sources it lies in its own folder of `engine`. */
export function threadFile(name: string, folder: string): string {
  const laid = typeof __dirname === 'string' ? join(__dirname, `${name}.js`) : '';
  return laid !== '' && existsSync(laid) ? laid : join(process.cwd(), 'src', 'engine', folder, `${name}.ts`);
}
