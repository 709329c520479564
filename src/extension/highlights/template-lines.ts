import type * as vscode from 'vscode';
import type { TemplateId } from '../../engine/model/units';
import type { ViewLine } from '../../protocol/log-lines';
import type { Highlight, HighlightColour } from '../../protocol/reading';
import type { AnalysedLog, Analyses } from '../shared/analyses';

/** Template by line (from 1) as far as asked, of one analysis. */
interface Known {
  readonly report: AnalysedLog['report'];
  readonly templates: Map<number, TemplateId>;
}

/** Lines beyond this many are forgotten: a person has scrolled on. */
const mostKnown = 20_000;

/** Which template a line's record is of, asked for what is on screen and kept while somebody scrolls to and fro. */
export class TemplateLines {
  private readonly byLog = new Map<string, Known>();

  constructor(private readonly analyses: Analyses) {}

  /** What is not known yet is asked for; resolves with whether that told anything. */
  async ask(uri: vscode.Uri, lines: readonly number[]): Promise<boolean> {
    const known = this.knownOf(uri);
    const missing = known ? lines.filter((line) => !known.templates.has(line)) : [];
    if (!known || missing.length === 0) return false;
    const facts = await this.analyses
      .ask(uri)
      .factsOfLines(missing.map((line) => (line - 1) as ViewLine))
      .catch(() => []);
    if (known.templates.size > mostKnown) known.templates.clear();
    for (const [index, one] of facts.entries()) if (one) known.templates.set(missing[index], one.template);
    return facts.length > 0;
  }

  of(uri: vscode.Uri, line: number): TemplateId | undefined {
    return this.knownOf(uri)?.templates.get(line);
  }

  /** None of a log whose lines were edited since: they are others by now. */
  private knownOf(uri: vscode.Uri): Known | undefined {
    const log = this.analyses.get(uri);
    if (!log || log.stale === 'edited' || log.stale === 'changed-on-disk') return undefined;
    const known = this.byLog.get(uri.toString());
    if (known?.report === log.report) return known;
    const fresh: Known = { report: log.report, templates: new Map() };
    this.byLog.set(uri.toString(), fresh);
    return fresh;
  }
}

/** A highlight knows its template by its words; other logs number theirs otherwise. */
export function colouredTemplates(
  highlights: readonly Highlight[],
  log: AnalysedLog,
): ReadonlyMap<TemplateId, HighlightColour> {
  const colours = new Map<string, HighlightColour>();
  for (const one of highlights) if (one.kind === 'template') colours.set(one.pieces.join(''), one.colour);
  const coloured = new Map<TemplateId, HighlightColour>();
  if (colours.size === 0) return coloured;
  for (const { id, pieces } of log.report.templates) {
    const colour = colours.get(pieces.join(''));
    if (colour !== undefined) coloured.set(id, colour);
  }
  return coloured;
}
