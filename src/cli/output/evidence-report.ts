import type { EvidencePack } from '../../engine/model/evidence-pack';
import type { LineNumber } from '../../engine/model/units';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';
import type { Report } from './report';

const rule = { id: 'evidence', description: 'The lines that name the cause' };
/** Evidence is no finding: nobody judged how bad it is. */
const weight = { severity: 'low', score: undefined } as const;

/** A pack as a report: one item that holds its text. */
export function evidenceReport(
  { tokens, ranges, shortened, text }: EvidencePack,
  path: string,
  tell: Tell,
): Report {
  const title = tell({ pattern: 'The lines of {0} that name the cause', values: [path] });
  const lines = text.split('\n').filter((line) => line !== '');
  const shown = [...ranges, ...shortened].toSorted(([a], [b]) => a - b);
  const item = {
    rule,
    ...weight,
    path,
    line: shown[0]?.[0] ?? (1 as LineNumber),
    endLine: shown[shown.length - 1]?.[1] ?? (1 as LineNumber),
    headline: title,
    excerpt: lines,
    messages: [tell({ pattern: '{0} tokens', values: [grouped(tokens)] })],
  };
  return {
    title,
    remarks: [],
    warnings: [],
    items: lines.length === 0 ? [] : [item],
    more: 0,
    sections: [],
    tell,
  };
}
