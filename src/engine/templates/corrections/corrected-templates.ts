import type { SignatureId, TemplateId } from '../../model/units';
import type { Shape } from '../signature-list';
import { type Claim, maxClaims } from './claim';
import type { CorrectionOutcome, TemplateCorrection } from './correction';
import { type Group, GroupTable } from './group-table';
import { pinToken } from './pins';
import { mergeGroups, nameGroups, splitGroups } from './regroup';

/** The signatures and the templates they have without corrections. */
export interface UncorrectedTemplates {
  readonly signatureCount: number;
  shapeOf(signature: SignatureId): Shape;
  templateOf(signature: SignatureId): TemplateId;
  templateShape(id: TemplateId): Shape;
}

/**
 * Templates as a person corrected them: the signatures grouped anew, without reading anything. It is made from the
 * uncorrected templates each time, so taking a correction back gives exactly what was before.
 *
 * A template's id is its oldest signature: the part of a split that holds it keeps it, and so does what a merge makes.
 */
export class CorrectedTemplates {
  /** What became of each correction, in their order. */
  readonly outcomes: readonly CorrectionOutcome[];
  /** Signatures there were when it was made. */
  readonly signatureCount: number;
  private readonly table: GroupTable;

  constructor(
    mined: UncorrectedTemplates,
    /** Applied in this order: a pattern is the one seen after those before. */
    corrections: readonly TemplateCorrection[],
  ) {
    this.signatureCount = mined.signatureCount;
    this.table = new GroupTable(groupsOf(mined), (signature) => mined.shapeOf(signature as SignatureId));
    this.outcomes = apply(this.table, corrections);
  }

  get templateCount(): number {
    return [...this.table.groups].length;
  }

  templateOf(signature: SignatureId): TemplateId {
    return this.table.groupOf(signature).signatures[0] as TemplateId;
  }

  /** What the template that `id` belongs to looks like, and its name. */
  template(id: TemplateId): Group {
    return this.table.groupOf(id);
  }

  ids(): TemplateId[] {
    return Array.from(this.table.groups, ({ signatures }) => signatures[0] as TemplateId);
  }
}

function groupsOf(mined: UncorrectedTemplates): Group[] {
  const members = new Map<TemplateId, number[]>();
  for (let signature = 0; signature < mined.signatureCount; signature++) {
    const id = mined.templateOf(signature as SignatureId);
    const known = members.get(id);
    if (known === undefined) members.set(id, [signature]);
    else known.push(signature);
  }
  const unpinned: ReadonlySet<number> = new Set();
  return Array.from(members, ([id, signatures]) => {
    const { texts, glue } = mined.templateShape(id);
    return { texts, glue, signatures, fixed: unpinned, name: undefined };
  });
}

function apply(table: GroupTable, corrections: readonly TemplateCorrection[]): CorrectionOutcome[] {
  const claims: (readonly Claim[])[] = [];
  const outcomes: CorrectionOutcome[] = [];
  for (const [index, correction] of corrections.entries()) {
    const made = applyOne(table, correction);
    for (const [earlier, outcome] of outcomes.entries()) {
      if (outcome.state !== 'applied' || claims[earlier].every((holds) => holds(table))) continue;
      outcomes[earlier] = { state: 'overruled', by: index };
    }
    claims.push(made.slice(0, maxClaims));
    outcomes.push({ state: made.length === 0 ? 'unmatched' : 'applied' });
  }
  return outcomes;
}

function applyOne(table: GroupTable, correction: TemplateCorrection): Claim[] {
  switch (correction.kind) {
    case 'name':
      return nameGroups(table, correction);
    case 'merge':
      return mergeGroups(table, correction);
    case 'split':
      return splitGroups(table, correction);
    case 'pin':
      return pinToken(table, correction);
  }
}
