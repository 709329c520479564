import type { Session } from '../../../src/engine/session';
import type { TemplateCorrection } from '../../../src/engine/templates/corrections/correction';
import { finish } from '../../engine/log-builder';
import { decoded } from '../../engine/source-texts';
import { outcomeOf, sessionOf } from '../outcome';
import { Draws } from '../random-log';
import { same } from '../same';
import type { Claim } from './claim';

/** A wish about templates the log has now, and now and then about places and words it has not. */
function drawCorrection(session: Session, drawn: Draws): TemplateCorrection {
  const templates = finish(session.mineTemplates());
  const anyPattern = () => templates[drawn.below(templates.length)]?.pieces ?? ['nothing', ' read'];
  const pattern = anyPattern();
  const position = drawn.below(pattern.length + 1);
  const token = pattern[drawn.below(pattern.length)]?.trim() ?? '';
  const kinds: readonly TemplateCorrection[] = [
    { kind: 'name', pattern, name: `name ${drawn.below(3)}` },
    { kind: 'merge', patterns: [pattern, anyPattern(), ...(drawn.below(2) ? [anyPattern()] : [])] },
    { kind: 'split', pattern, position },
    { kind: 'pin', token, as: drawn.below(2) ? 'word' : 'variable' },
    { kind: 'pin', token, as: drawn.below(2) ? 'word' : 'variable', where: { pattern, position } },
  ];
  return kinds[drawn.below(kinds.length)];
}

function drawCorrections(session: Session, drawn: Draws): TemplateCorrection[] {
  const corrections: TemplateCorrection[] = [];
  for (let left = 1 + drawn.below(4); left > 0; left--) {
    corrections.push(drawCorrection(session, drawn));
    session.correctTemplates(corrections);
  }
  return corrections;
}

export const correcting: Claim = {
  name: 'templates corrected and taken back are what they were; corrected before reading they are as corrected after',
  holds({ bytes, draws }) {
    const text = decoded(bytes);
    const session = sessionOf([bytes]);
    const before = outcomeOf(session, text);
    const corrections = drawCorrections(session, new Draws(draws));
    const after = outcomeOf(session, text);
    same(
      outcomeOf(sessionOf([bytes], { templateCorrections: corrections }), text),
      after,
      'corrected before reading',
    );
    session.correctTemplates([]);
    same(outcomeOf(session, text), before, 'taken back');
  },
};
