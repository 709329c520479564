import type { ScoreShape } from '../../../src/protocol/log-shape';
import { tell } from '../../shared/tell';
import { markCursor } from '../mark-cursor';
import type { Section, SectionParts } from '../section';
import type { DataTable, Shown } from '../shown';
import { detectorWord } from '../term-words';
import { Tooltip } from '../tooltip';
import { agreementOf, closest, type DetectorAgreement, loneliest, silentOf } from './agreement';
import { agreementMatrix } from './agreement-matrix';
import { scoresOf } from './score-answers';

export function agreementSection(parts: SectionParts): Section {
  return new AgreementSection(parts);
}

/** Which detectors say the same, and which says what no other does. */
class AgreementSection implements Section {
  readonly shows = ['log', 'range'] as const;
  private readonly tooltip = new Tooltip();
  private shape: ScoreShape | undefined;
  private drawnWidth = 0;

  constructor(private readonly parts: SectionParts) {
    new ResizeObserver(() => this.draw()).observe(parts.frame.body);
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const shape = await scoresOf(this.parts, signal);
    this.shape = shape;
    this.drawnWidth = 0;
    if (shape.flagged === 0)
      return { kind: 'empty', text: tell('No record is marked here, so there is nothing to agree on.') };
    this.draw();
    const rows = agreementOf(shape);
    const sentence = sentenceOf(rows, shape);
    return {
      kind: 'content',
      sentence,
      tables: [tableOf(rows)],
      picture: () => agreementMatrix(rows, shape.flagged, 480, sentence).picture,
    };
  }

  private draw(): void {
    const { shape, tooltip } = this;
    const { body } = this.parts.frame;
    const width = body.clientWidth;
    if (!shape || width === 0 || width === this.drawnWidth) return;
    this.drawnWidth = width;
    const rows = agreementOf(shape);
    const label = tell('Agreement of Detectors');
    const { picture, marks } = agreementMatrix(rows, shape.flagged, width, label);
    const hadFocus = body.contains(document.activeElement);
    markCursor({ surface: picture, label, role: 'grid', marks, tooltip });
    picture.classList.add('agreement');
    body.replaceChildren(picture);
    if (hadFocus) picture.focus();
  }
}

function sentenceOf(rows: readonly DetectorAgreement[], shape: ScoreShape): string {
  const sentences = [tell('Records marked: {0}.', shape.flagged)];
  const pair = closest(rows);
  if (pair) {
    const { a, b, both } = pair;
    const [one, other] = [detectorWord(a), detectorWord(b)];
    sentences.push(tell('No two agree more often than {0} and {1}: on {2}.', one, other, both));
  } else sentences.push(tell('No two detectors give a reason for the same.'));
  const lone = loneliest(rows);
  if (lone) sentences.push(tell('Most often alone: {0} ({1}).', detectorWord(lone.detector), lone.alone));
  const silent = silentOf(shape).map(detectorWord);
  if (silent.length > 0) sentences.push(tell('Without a reason: {0}.', silent.join(tell(', '))));
  return sentences.join(' ');
}

function tableOf(rows: readonly DetectorAgreement[]): DataTable {
  const count = (title: string) => ({ title, kind: 'number' as const });
  const others = rows.map(({ detector }) => count(detectorWord(detector)));
  return {
    title: tell('Agreement of Detectors'),
    columns: [{ title: tell('Detector'), kind: 'text' }, ...others, count(tell('Alone'))],
    rows: rows.map(({ detector, reasons, alone, pairs }, row) => [
      detectorWord(detector),
      ...pairs.map(({ both }) => both),
      reasons,
      ...rows.slice(row + 1).map((later) => later.pairs[row].both),
      alone,
    ]),
  };
}
