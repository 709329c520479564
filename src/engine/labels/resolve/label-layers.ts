import type { SessionId } from '../../features/sessions/sessions';
import type { RecordIndex, TemplateId } from '../../model/units';
import type { TaughtLabel } from '../label';
import { labelConflicts } from '../label-conflicts';
import { Claims } from './claims';

/** What each label given speaks of in a log. */
export interface LabelSpeech {
  /** By label: of labels on templates those it is here. */
  readonly templates: ReadonlyMap<number, readonly TemplateId[]>;
  /** By label: sessions of its shape. */
  readonly sessions: ReadonlyMap<number, readonly SessionId[]>;
  /** By label: findings and what repeats them. */
  readonly incidents: ReadonlyMap<number, readonly RecordIndex[]>;
  /** By label: commonly one; where a source was read twice, each. */
  readonly records: ReadonlyMap<number, readonly RecordIndex[]>;
}

/** Labels by the narrowness of what they speak of, without those that a person must settle. */
export interface LabelLayers {
  readonly templates: Claims<TemplateId>;
  readonly sessions: Claims<SessionId>;
  readonly incidents: Claims<RecordIndex>;
  readonly records: Claims<RecordIndex>;
  /** By label, ascending. */
  readonly conflicts: readonly (readonly number[])[];
}

/** Neither of two labels that disagree about the same holds, whatever else they speak of. */
export function layersOf(given: readonly TaughtLabel[], speech: LabelSpeech): LabelLayers {
  const conflicts = labelConflicts(given).map((others) => new Set(others));
  const claimed = <Thing>(things: ReadonlyMap<number, readonly Thing[]>): Claims<Thing> => {
    const claims = new Claims<Thing>(given);
    for (const [label, own] of things)
      if (conflicts[label].size === 0) for (const thing of own) claims.add(thing, label);
    return claims;
  };
  const layers = {
    templates: claimed(speech.templates),
    sessions: claimed(speech.sessions),
    incidents: claimed(speech.incidents),
    records: claimed(speech.records),
  };
  for (const layer of Object.values(layers))
    layer.tellConflicts((one: number, other: number) => {
      conflicts[one].add(other);
      conflicts[other].add(one);
    });
  return { ...layers, conflicts: conflicts.map((others) => [...others].sort((a, b) => a - b)) };
}
