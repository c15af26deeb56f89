const EMPTY = 0;
const START = 1 << 12;

/**
 * Counts references that stand more than once without keeping their text: 52 bits of each, in an open table that grows.
 * At a million references two different ones fall together about once in ten thousand files.
 */
export class ReferenceTally {
  private slots = new Float64Array(START);
  private used = 0;
  /** Rows whose reference stood on an earlier row. */
  repeated = 0;
  /** The row on which a reference first stood again. The reference itself is told nowhere. */
  first: { readonly row: number } | null = null;

  add(reference: string, row: number): void {
    if (this.used * 2 >= this.slots.length) this.grow();
    if (this.put(codeOf(reference))) return;
    this.repeated += 1;
    this.first ??= { row };
  }

  /** Puts a code in its slot; false when it is there already. */
  private put(code: number): boolean {
    const { slots } = this;
    const last = slots.length - 1;
    for (let at = code % slots.length; ; at = at === last ? 0 : at + 1) {
      const held = slots[at];
      if (held === code) return false;
      if (held === EMPTY) {
        slots[at] = code;
        this.used += 1;
        return true;
      }
    }
  }

  private grow(): void {
    const held = this.slots;
    this.slots = new Float64Array(held.length * 2);
    this.used = 0;
    for (const code of held) if (code !== EMPTY) this.put(code);
  }
}

/** 52 bits of a text that tell it from others (two FNV-1a sums side by side), never nought. */
function codeOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) + at;
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0) || 1;
}
