import type { Finding } from '../../../src/engine/model/finding';
import { Session } from '../../../src/engine/session';
import { textsOf } from '../../engine/source-texts';

/** What the engine finds in a text, without VS Code. */
export function expectedFindings(text: string): readonly Finding[] {
  const session = new Session();
  session.openSource({ path: 'log', role: 'log', referenceSeconds: 0 });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
  const steps = session.analyse(textsOf(text));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.findings;
  }
}
