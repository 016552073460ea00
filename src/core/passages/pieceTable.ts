import { Growing, uint16, uint32 } from './growing.ts';
import { stringOf } from './codebook.ts';

/**
 * Numbers the distinct pieces of texts, from 0. A `Map` of strings would hash each piece anew, because every one is a new
 * string; here the hash is made from the text's own code units while they are at hand. That is a sixth of indexing.
 */
export class PieceTable {
  /** One more than the number of each piece of one code unit, which four in ten are; 0 for none. They need no hash. */
  private readonly singles = new Uint32Array(1 << 16);
  private slots = new Uint32Array(1 << 14);
  private hashes = new Growing(uint32);
  private readonly units = new Growing(uint16, 1 << 14);
  /** Where each piece ends in `units`. */
  private readonly ends = new Growing(uint32);
  size = 0;

  /** The number of the piece `text[from, to)`, given now where it had none. */
  idOf(text: string, from = 0, to = text.length): number {
    if (to - from === 1) {
      const unit = text.charCodeAt(from);
      if (this.singles[unit] === 0) this.singles[unit] = this.append({ text, from, to }, 0) + 1;
      return (this.singles[unit] as number) - 1;
    }
    let hash = to - from;
    for (let index = from; index < to; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const { slots } = this;
    const mask = slots.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const slot = slots[place] as number;
      if (slot === 0) return this.add({ text, from, to }, { hash, place });
      if (this.hashes.array[slot - 1] === hash && this.holds(slot - 1, { text, from, to })) return slot - 1;
    }
  }

  pieceOf(id: number): string {
    return stringOf(this.units.array, this.startOf(id), this.ends.array[id] as number);
  }

  lengthOf(id: number): number {
    return (this.ends.array[id] as number) - this.startOf(id);
  }

  forEachUnit(id: number, visit: (unit: number) => void): void {
    const end = this.ends.array[id] as number;
    for (let index = this.startOf(id); index < end; index += 1) visit(this.units.array[index] as number);
  }

  private startOf(id: number): number {
    return id === 0 ? 0 : (this.ends.array[id - 1] as number);
  }

  private holds(id: number, piece: Piece): boolean {
    const start = this.startOf(id);
    if ((this.ends.array[id] as number) - start !== piece.to - piece.from) return false;
    const units = this.units.array;
    for (let index = piece.from; index < piece.to; index += 1) {
      if (units[start + index - piece.from] !== piece.text.charCodeAt(index)) return false;
    }
    return true;
  }

  private add(piece: Piece, at: { readonly hash: number; readonly place: number }): number {
    const id = this.append(piece, at.hash);
    this.slots[at.place] = id + 1;
    if (this.size * 2 > this.slots.length) this.grow();
    return id;
  }

  private append(piece: Piece, hash: number): number {
    const id = this.size;
    const start = id === 0 ? 0 : (this.ends.array[id - 1] as number);
    const end = start + piece.to - piece.from;
    this.units.reserve(end);
    this.ends.reserve(id + 1);
    this.hashes.reserve(id + 1);
    for (let index = piece.from; index < piece.to; index += 1) this.units.array[start + index - piece.from] = piece.text.charCodeAt(index);
    this.ends.array[id] = end;
    this.hashes.array[id] = hash;
    this.size += 1;
    return id;
  }

  private grow(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    for (let id = 0; id < this.size; id += 1) {
      if (this.lengthOf(id) === 1) continue;
      let place = (this.hashes.array[id] as number) & (slots.length - 1);
      while (slots[place] !== 0) place = (place + 1) & (slots.length - 1);
      slots[place] = id + 1;
    }
    this.slots = slots;
  }
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
