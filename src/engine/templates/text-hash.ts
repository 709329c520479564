/** 64-bit FNV-1a-like hash of a string's UTF-16 code units, as two unsigned halves; the same on every machine. */
export function textHash(text: string): { hi: number; lo: number } {
  let hi = 0x811c9dc5;
  let lo = 0x2f0b4f1d;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hi = Math.imul(hi ^ unit, 0x01000193);
    lo = Math.imul(lo ^ unit ^ (lo >>> 15), 0x5bd1e995);
  }
  return { hi: avalanche(hi), lo: avalanche(lo) };
}

/** FNV leaves the last chars in the low bits only; murmur's finaliser spreads them. */
function avalanche(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
