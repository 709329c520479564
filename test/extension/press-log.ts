const messages = [
  (i: number) => `Walze ${i % 4} laeuft mit ${80 + (i % 17)} Umdrehungen`,
  (i: number) => `Bogen ${1000 + i} eingezogen`,
  (i: number) => `Farbwerk ${i % 3} haelt ${20 + (i % 9)} Grad`,
  (i: number) => `Bogen ${1000 + i} abgelegt auf Stapel ${i % 5}`,
];
const levels = ['ruhig', 'ruhig', 'ruhig', 'hinweis'];

const two = (value: number) => String(value).padStart(2, '0');

/** Columns in front of the stamp, a stamp as no library writes it, levels of its own: `halle-3/presse | 21.11.26 13h05 | ruhig | …`. */
function pressLine(i: number, odd?: { level: string; message: string }): string {
  const { level, message } = odd ?? {
    level: levels[i % levels.length],
    message: messages[i % messages.length]?.(i),
  };
  const minutes = Math.floor(i / 3);
  const stamp = `21.11.26 ${two(6 + Math.floor(minutes / 60))}h${two(minutes % 60)}`;
  return `halle-${i % 2}/presse | ${stamp} | ${level} | ${message}`;
}

/** The log of a printing press with one line that is like no other, at `oddLine` (1-based). */
export function pressLog(lines = 900, oddLine = 700): string {
  const text = Array.from({ length: lines }, (_, i) =>
    pressLine(i, i + 1 === oddLine ? { level: 'schlimm', message: 'Papierriss im Trockner' } : undefined),
  );
  return `${text.join('\n')}\n`;
}

/** Where its parts stand in a line of it. */
export function stretchIn(line: string, part: 'stamp' | 'level'): { start: number; end: number } {
  const parts = line.split(' | ');
  const at = part === 'stamp' ? 1 : 2;
  const start = parts.slice(0, at).join(' | ').length + 3;
  return { start, end: start + (parts[at]?.length ?? 0) };
}
