import type { MinedTemplates } from '../../features/mined-templates';
import type { ValueColumn } from '../../features/values/value-columns';
import type { ValueId } from '../../features/values/value-pool';
import type { ValueTable } from '../../features/values/value-table';
import { severities } from '../../model/finding';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../../model/units';
import { placeholderTypes } from '../../templates/tokens';
import type { Rule } from './rule';
import type { RuleMatch } from './rule-book';
import { meets } from './value-test';

/** A record whose value a rule is about. */
export interface ValueHit {
  readonly match: RuleMatch;
  readonly value: string;
}

/** Of one rule, by the signatures that fit it. */
type Matches = Map<number, RuleMatch>;

const stepRecords = 1 << 14;

/**
 * Rules about values: they run on the columns of those templates alone whose messages fit their words, and look at each distinct
 * value of a column once.
 */
export class ValueRules {
  readonly hits = new Map<RecordIndex, ValueHit>();
  private readonly byTemplate = new Map<TemplateId, Map<Rule, Matches>>();

  /** `nameless`: rules that go by a value's name alone. */
  constructor(
    private readonly mined: MinedTemplates,
    private readonly nameless: readonly Rule[],
  ) {}

  get isEmpty(): boolean {
    return this.byTemplate.size === 0 && this.nameless.length === 0;
  }

  /** A message that fits a rule with a value. */
  add(signature: SignatureId, match: RuleMatch): void {
    const template = this.mined.templateOf(signature);
    const rules = this.byTemplate.get(template) ?? new Map<Rule, Matches>();
    const matches = rules.get(match.rule) ?? new Map<number, RuleMatch>();
    this.byTemplate.set(template, rules.set(match.rule, matches.set(signature, match)));
  }

  /** Looks the values up; of several rules that a record's values meet a person's own counts, then the gravest. Yields now and then. */
  *look(values: ValueTable, records: RecordTable): Generator<void, void> {
    for (const column of values.columns) {
      for (const [rule, matches] of this.byTemplate.get(column.template) ?? [])
        yield* this.lookIn(column, rule, values, this.fitting(column, matches, records));
      for (const rule of this.nameless) {
        const match = { rule, words: column.name, placeholder: undefined, isDealtWith: false };
        if (isNamed(column, rule)) yield* this.lookIn(column, rule, values, () => match);
      }
    }
  }

  /** The match of a record's message, where the column is what the rule is about. */
  private fitting(column: ValueColumn, matches: Matches, records: RecordTable) {
    return (record: RecordIndex): RuleMatch | undefined => {
      const signature = records.signature.get(record);
      const match = matches.get(signature);
      return match && this.isMeant(column, match, signature as SignatureId) ? match : undefined;
    };
  }

  private *lookIn(
    column: ValueColumn,
    rule: Rule,
    values: ValueTable,
    matchOf: (record: RecordIndex) => RuleMatch | undefined,
  ): Generator<void, void> {
    const known = new Map<number, boolean>();
    const recordsIn = values.recordsIn(column.id);
    const valuesIn = values.valuesIn(column.id);
    for (let i = 0; i < recordsIn.length; i++) {
      if (i % stepRecords === stepRecords - 1) yield;
      const value = valuesIn[i] as ValueId;
      const isMet = known.get(value) ?? this.meets(rule, column, value, values);
      known.set(value, isMet);
      const record = recordsIn[i] as RecordIndex;
      const match = isMet ? matchOf(record) : undefined;
      if (match !== undefined && outranks(match.rule, this.hits.get(record)?.match.rule))
        this.hits.set(record, { match, value: values.text(value) });
    }
  }

  private meets(
    { value: condition }: Rule,
    column: ValueColumn,
    value: ValueId,
    values: ValueTable,
  ): boolean {
    return condition !== null && meets(condition, values.text(value), values.quantity(value, column));
  }

  /** By its name; else it stands at the `#` of the rule's keyword; else it is any of the message. */
  private isMeant(column: ValueColumn, { rule, placeholder }: RuleMatch, signature: SignatureId): boolean {
    if (rule.value?.name !== undefined) return isNamed(column, rule);
    if (column.kind !== 'parameter') return false;
    return placeholder === undefined || this.parameterAt(signature, placeholder) === column.parameter;
  }

  /** Index among the template's parameters of the `ordinal`-th placeholder of a signature. */
  private parameterAt(signature: SignatureId, ordinal: number): number {
    const own = this.mined.tokensOf(signature);
    const { tokens } = this.mined.template(this.mined.templateOf(signature));
    let left = ordinal;
    let parameters = 0;
    for (let i = 0; i < own.length; i++) {
      const count = placeholderTypes(own[i]).length;
      const widened = placeholderTypes(tokens[i] ?? '').length;
      if (left < count) return parameters + Math.min(left, Math.max(0, widened - 1));
      left -= count;
      parameters += widened;
    }
    return -1;
  }
}

function isNamed(column: ValueColumn, { value }: Rule): boolean {
  return value?.name !== undefined && column.name.toLowerCase() === value.name.toLowerCase();
}

function outranks(rule: Rule, other: Rule | undefined): boolean {
  if (other === undefined) return true;
  if (rule.isOwn !== other.isOwn) return rule.isOwn;
  return severities.indexOf(rule.severity) > severities.indexOf(other.severity);
}
