import type { Contrast, Contrasted } from '../../engine/contrast/contrast';
import type { FinishedAnalysis } from '../../node/analyse-logs';
import { grouped, sentenceText } from '../../protocol/sentence';
import type { Voice } from './finding-text';

/** What is different in focus: how much was compared, then each difference with its line. */
export function contrastText(
  contrast: Contrast,
  logs: Pick<FinishedAnalysis, 'session'>,
  paths: readonly string[],
  { palette, tell }: Pick<Voice, 'palette' | 'tell'>,
): string {
  const lines = [`\n${palette.strong(tell(headOf(contrast)))}\n`];
  for (const each of contrast.contrasts) {
    const { source, line } = logs.session.lines.placeOf(each.line);
    const where =
      paths.length > 1
        ? tell({ pattern: '{0}, line {1}', values: [paths[source], line] })
        : tell({ pattern: 'line {0}', values: [line] });
    lines.push(`  - ${tell(each.message)}  ${palette.faint(where)}\n`);
  }
  return [...lines, ...contrast.notJudged.map((why) => `  ${palette.faint(tell(why))}\n`)].join('');
}

function headOf({ focusRecords, againstRecords, compared, contrasts }: Contrast) {
  const values = [grouped(focusRecords), grouped(againstRecords), grouped(compared), contrasts.length];
  if (contrasts.length > 0)
    return {
      pattern: '{0} records in focus, held against {1}: of {2} things compared {3} differ',
      values,
    };
  return {
    pattern: '{0} records in focus, held against {1}: of {2} things compared none surely differs',
    values: values.slice(0, 3),
  };
}

/** Of the JSON document; docs/cli.md is its contract. */
export function contrastJson(contrast: Contrast, logs: Pick<FinishedAnalysis, 'session'>) {
  const { contrasts, notJudged, ...counts } = contrast;
  return {
    ...counts,
    contrasts: contrasts.map((each) => contrastedJson(each, logs)),
    notJudged: notJudged.map((sentence) => sentenceText(sentence)),
  };
}

function contrastedJson(
  { filter: _, line, message, template, ...each }: Contrasted,
  { session }: Pick<FinishedAnalysis, 'session'>,
) {
  return {
    ...each,
    templateId: template,
    message: sentenceText(message),
    ...session.lines.placeOf(line),
  };
}
