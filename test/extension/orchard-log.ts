const clock = (i: number) => new Date(Date.UTC(2026, 3, 2, 6, 0, i * 7)).toISOString();

/** An orchard: four templates, one of them alone of its kind. */
export function orchardLog(): string {
  const sorts = ['apples', 'pears', 'plums', 'quinces', 'cherries', 'figs', 'olives', 'limes', 'grapes'];
  const lines = Array.from({ length: 900 }, (_, i) => {
    if (i % 3 === 0)
      return `${clock(i)} INFO basket of ${sorts[(i / 3) % sorts.length]} carried to the cellar`;
    if (i % 3 === 1) return `${clock(i)} INFO tree ${i % 40} watered for ${(i * 37) % 900} ms`;
    return `${clock(i)} INFO hedge ${i % 40} watered for ${(i * 13) % 700} ms`;
  });
  lines[800] = `${clock(800)} ERROR the ladder broke, somebody call the carpenter`;
  return `${lines.join('\n')}\n`;
}
