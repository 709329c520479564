/** Of a list that was drawn anew, the entry that gets the focus: the one that had it, or else the one in its place, or the last; null where none is left. */
export function nextFocus(former: readonly string[], now: readonly string[], focused: string): string | null {
  if (now.includes(focused)) return focused;
  const after = former.slice(former.indexOf(focused) + 1).find((id) => now.includes(id));
  return after ?? now.at(-1) ?? null;
}
