/**
 * Arguments of commands that links in hovers, tree rows and the lightbulb call. They travel as JSON in
 * links, hence uris as strings; whoever receives one checks it, since any link could be made to carry it.
 */
export interface FindingArgument {
  /** `uri.toString()` of the analysed log. */
  readonly uri: string;
  readonly findingId: string;
  /** Of oddline.revealFinding: opens the hover at the caret. */
  readonly hover?: boolean;
}

export interface LineArgument {
  readonly uri: string;
  /** 1-based. */
  readonly line: number;
}

export function isFindingArgument(value: unknown): value is FindingArgument {
  return hasUri(value) && 'findingId' in value && typeof value.findingId === 'string';
}

export function isLineArgument(value: unknown): value is LineArgument {
  return hasUri(value) && 'line' in value && Number.isSafeInteger(value.line) && Number(value.line) >= 1;
}

function hasUri(value: unknown): value is { uri: string } {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string';
}
