/** Lines `line` to `endLine`, 1-based, both part of it. */
export interface LineSpan {
  readonly line: number;
  readonly endLine: number;
}

/** Those that touch one of the windows or lie within `margin` lines of it. */
export function spansNear<Span extends LineSpan>(
  spans: readonly Span[],
  windows: readonly LineSpan[],
  margin: number,
): readonly Span[] {
  return spans.filter(({ line, endLine }) =>
    windows.some((window) => endLine >= window.line - margin && line <= window.endLine + margin),
  );
}

/**
 * Neighbours become one, and as many gaps are closed as it takes for at most `limit` spans: an overview ruler has a
 * few hundred pixels, and VS Code keeps every decoration in a tree that each edit walks.
 * `spans` in line order.
 */
export function mergedSpans(spans: readonly LineSpan[], limit: number): readonly LineSpan[] {
  for (let gap = 0; ; gap = gap * 2 + 1) {
    const merged = mergedAcross(spans, gap);
    if (merged.length <= Math.max(1, limit)) return merged;
  }
}

function mergedAcross(spans: readonly LineSpan[], gap: number): readonly LineSpan[] {
  const merged: { line: number; endLine: number }[] = [];
  for (const { line, endLine } of spans) {
    const last = merged.at(-1);
    if (last && line <= last.endLine + gap + 1) last.endLine = Math.max(last.endLine, endLine);
    else merged.push({ line, endLine });
  }
  return merged;
}
