const syllables = ['ba', 'do', 'ki', 'lu', 'me', 'no', 'pa', 'ri', 'su', 'ta'];

/** A word of its own for each number. */
function word(n: number): string {
  return [...String(n)].map((digit) => syllables[Number(digit)]).join('');
}

/** 600 lines over 10 minutes, a fifth of them errors of which no two are alike: marks on them all would say nothing. */
export function unusualLog(): string {
  const start = Date.UTC(2026, 2, 14, 9, 0, 0);
  const lines = Array.from({ length: 600 }, (_, i) => {
    const header = new Date(start + i * 1000).toISOString();
    if (i % 5 !== 2) return `${header} INFO  [till] served customer ${i} in ${i % 9} ms`;
    return `${header} ERROR [till] ${word(1000 + i)} ${word(3000 + i)} ${word(5000 + i)} ${word(7000 + i)}`;
  });
  return `${lines.join('\n')}\n`;
}
