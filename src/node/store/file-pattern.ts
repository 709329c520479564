/** What a packer appends to a file's name. */
const packed = /\.(gz|zst|bz2|xz)$/i;

/** Digits, and those with what parts the numbers of a date. */
const numbers = /\d+(?:[-_.T]?\d+)*/g;

/**
 * The files a correction made in one of them is for: of the same name whatever the numbers and dates in it, rotated and
 * packed ones too. `app-2026-11-21.log` → `app-*.log*`, `app.log.1` → `app.log*`. Numbers that a name begins with keep their
 * length, or `2026-11-21.log` would stand for every log: `????-??-??.log*`.
 */
export function filesLike(name: string): string {
  const bare = name.replace(packed, '').replaceAll('*', '?');
  if (!/\p{L}/u.test(bare)) return bare.replace(/\d/g, '?');
  const leading = /^[^\p{L}]*/u.exec(bare)?.[0] ?? '';
  const widened = leading.replace(/\d/g, '?') + bare.slice(leading.length).replace(numbers, '*');
  return `${widened}*`.replace(/\.?\*+$/, '*').replace(/\*+/g, '*');
}

/** Whether a file's name is one of the pattern's: `*` stands for any text, `?` for any character. */
export function matchesFiles(pattern: string, name: string): boolean {
  const [first, ...parts] = pattern.split('*');
  if (parts.length === 0) return name.length === first.length && standsAt(name, 0, first);
  const last = parts.pop() ?? '';
  const lastAt = name.length - last.length;
  if (lastAt < first.length || !standsAt(name, 0, first) || !standsAt(name, lastAt, last)) return false;
  let at = first.length;
  for (const part of parts) {
    while (at + part.length <= lastAt && !standsAt(name, at, part)) at++;
    if (at + part.length > lastAt) return false;
    at += part.length;
  }
  return true;
}

function standsAt(name: string, at: number, part: string): boolean {
  if (at + part.length > name.length) return false;
  for (let i = 0; i < part.length; i++) if (part[i] !== '?' && part[i] !== name[at + i]) return false;
  return true;
}
