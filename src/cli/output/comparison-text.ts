import type { ComparedFinding } from '../../engine/model/comparison';
import { Excerpts } from '../../node/excerpts';
import { comparisonText, comparisonTitles, ofKind } from '../../protocol/comparison';
import { grouped } from '../../protocol/sentence';
import type { Surroundings } from '../commands/command';
import { comparisonReport, excerptOf } from './comparison-report';
import type { ComparisonShown } from './comparison-shown';
import { noteEncoding } from './encoding-note';
import type { Voice } from './finding-text';
import { joined } from './joined';
import { placeText } from './place-text';

/** Rows of the lists that are no findings. */
const listed = 10;

/** What `oddline compare` says to people: new, shifted, then what is told beside. */
export async function writeComparisonText(shown: ComparisonShown, surroundings: Surroundings): Promise<void> {
  const { out, tell, palette } = surroundings;
  const { finished, paths, findings } = shown;
  const { comparison } = finished;
  const [bad, ...goods] = paths;
  const values = [palette.strong(bad), joined(goods, tell), comparisonText(comparison, tell)];
  await out.write(`${tell({ pattern: '{0} against {1}: {2}', values })}\n`);
  for (const sentence of comparison.notJudged) await out.write(`${tell(sentence)}\n`);
  const excerpts = new Excerpts(finished);
  for (const kind of ['new', 'shifted'] as const) {
    for (const [i, finding] of ofKind(findings, kind).entries()) {
      if (i === 0) await out.write(`\n${palette.strong(tell(comparisonTitles[kind]))}\n`);
      await out.write(`\n${await findingText(finding, excerpts, surroundings)}`);
    }
  }
  const more = comparison.findings.length - findings.length;
  if (more > 0)
    await out.write(`\n${tell({ pattern: '{0} more; --top N shows more.', values: [grouped(more)] })}\n`);
  await writeLists(shown, surroundings);
  await noteEncoding(excerpts, surroundings);
}

async function findingText(finding: ComparedFinding, excerpts: Excerpts, voice: Voice): Promise<string> {
  const { palette, tell, fit } = voice;
  const score = tell({ pattern: 'score {0}', values: [finding.score.toFixed(2)] });
  const place = palette.severity[finding.severity](placeText(finding, tell));
  const lines = (await excerptOf(finding, excerpts)).map((line) => `  ${fit(line, 2)}\n`);
  const reasons = finding.reasons.map(({ message, evidence }) => {
    const notes = evidence.map(({ line, note }) => {
      const values = [tell(note), tell({ pattern: 'line {0}', values: [line] })];
      return palette.faint(`      ${tell({ pattern: '{0} ({1})', values })}\n`);
    });
    return `  - ${tell(message)}\n${notes.join('')}`;
  });
  return [`${place}  ${palette.faint(score)}\n`, ...lines, ...reasons].join('');
}

async function writeLists(shown: ComparisonShown, { out, tell, palette, fit }: Surroundings): Promise<void> {
  const { sections } = await comparisonReport({ ...shown, findings: [] }, tell);
  for (const { title, lines, more } of sections) {
    await out.write(`\n${palette.strong(title)}\n`);
    for (const line of lines.slice(0, listed)) await out.write(`  ${fit(line, 2)}\n`);
    const rest = more + Math.max(0, lines.length - listed);
    if (rest > 0) await out.write(`  ${tell({ pattern: '{0} more.', values: [grouped(rest)] })}\n`);
  }
}
