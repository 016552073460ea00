import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../eval/reading/damage.ts';
import type { Seed } from './seeds.ts';

/** Parts of zipped documents that the readers look at. */
const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'content.xml', 'styles.xml'];

/** Values at which counts, offsets and lengths go wrong. */
const extremes = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff];

/** Cut, flipped or spliced; for zipped formats half of the time inside the unpacked parts, past the checksum. */
export function mutate(seed: Seed, seeds: readonly Seed[], random: Random): Uint8Array {
  if ((seed.format === 'docx' || seed.format === 'odt') && random() < 0.5) {
    const files = unzipSync(seed.bytes);
    for (const name of parts) {
      const part = files[name];
      if (part !== undefined && random() < 0.7) files[name] = Uint8Array.from(damaged(part, seeds, random));
    }
    return zipSync(files, { level: 1 });
  }
  return damaged(seed.bytes, seeds, random);
}

function damaged(bytes: Uint8Array, seeds: readonly Seed[], random: Random): Uint8Array {
  const at = (length: number): number => Math.floor(random() * length);
  const way = random();
  if (way < 0.15) return bytes.slice(0, at(bytes.length));
  if (way < 0.2) return bytes.slice(at(bytes.length));
  const copy = Uint8Array.from(bytes);
  if (way < 0.5) {
    const flips = 1 + at(way < 0.35 ? 8 : 400);
    for (let index = 0; index < flips; index += 1) copy[at(copy.length)] = at(256);
    return copy;
  }
  if (way < 0.7) {
    // Binary formats hang on their numbers, most of which stand at the beginning and on even places.
    const view = new DataView(copy.buffer);
    for (let index = 1 + at(12); index > 0; index -= 1) {
      const place = at(random() < 0.5 ? Math.min(copy.length - 4, 2048) : copy.length - 4) & ~1;
      view.setUint32(place, extremes[at(extremes.length)] ?? 0, true);
    }
    return copy;
  }
  if (way < 0.85) {
    const start = at(copy.length);
    const piece = copy.slice(start, start + at(4_000));
    const target = at(copy.length);
    return Uint8Array.from([...copy.subarray(0, target), ...piece, ...piece, ...copy.subarray(target)]);
  }
  const other = seeds[at(seeds.length)]?.bytes ?? copy;
  return Uint8Array.from([...copy.subarray(0, at(copy.length)), ...other.subarray(at(other.length))]);
}
