interface Place {
  readonly line: number;
}

/** The finding after `line` (1-based), or the first when there is none; `findings` in line order. */
export function nextFinding<Finding extends Place>(
  findings: readonly Finding[],
  line: number,
): Finding | undefined {
  return findings.find((finding) => finding.line > line) ?? findings[0];
}

/** The finding before `line`, or the last when there is none. */
export function previousFinding<Finding extends Place & { readonly endLine: number }>(
  findings: readonly Finding[],
  line: number,
): Finding | undefined {
  return findings.findLast((finding) => finding.endLine < line) ?? findings.at(-1);
}
