import type { BaselineModel } from '../../../src/engine/baseline/baseline-model';
import { generateQuietLog } from '../../../src/engine/dataset/generator/shop-log';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { SourceRole } from '../../../src/engine/model/record-table';
import { Session } from '../../../src/engine/session';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

function read(session: Session, text: string, role: SourceRole): void {
  session.openSource({ path: `${role}.log`, role, referenceSeconds });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
}

/** What a good log looks like. */
export function learnText(text: string): BaselineModel {
  const session = new Session();
  read(session, text, 'log');
  return finish(session.learnBaseline(textsOf(text)));
}

/** A log judged by good ones that are read, or that were learned. */
export function judge(
  text: string,
  { good = [], learned }: { readonly good?: readonly string[]; readonly learned?: BaselineModel } = {},
): Analysis {
  const session = new Session();
  read(session, text, 'log');
  for (const one of good) read(session, one, 'baseline');
  if (learned !== undefined) session.useBaseline(learned);
  return finish(session.analyse(textsOf(text, ...good)));
}

/** A day of the shop on which nothing happens. */
export function quietDay(seed: number): string {
  return generateQuietLog({ seed, records: 2500 }).text;
}
