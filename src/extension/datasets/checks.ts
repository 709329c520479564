import type { DatasetChoices, DatasetFormatName, DatasetPageCommand } from '../../protocol/dataset';
import { members, misunderstood, whole } from '../shared/contract-checks';

/**
 * What comes out of the page is held to the contract before anything is done with it: log text is drawn there. Each throws where it is
 * not as it should be.
 */
const formats: Readonly<Record<DatasetFormatName, true>> = {
  alpaca: true,
  sharegpt: true,
  openai: true,
  sequence: true,
  classification: true,
  'chinese-labels': true,
  records: true,
  templates: true,
  features: true,
};

const commands: Readonly<Record<DatasetPageCommand, true>> = {
  analyse: true,
  chooseFolder: true,
  chooseLabels: true,
  forgetLabels: true,
  chooseInstructions: true,
  editInstructions: true,
  forgetInstructions: true,
  labelMore: true,
  chooseModel: true,
  privacySettings: true,
};

export function checkedChoices(value: unknown): DatasetChoices {
  const chosen = members(value);
  const { format, unit, splitBy, shares, language, redacts, maxTokens, seed } = chosen;
  if (typeof format !== 'string' || !Object.hasOwn(formats, format)) throw misunderstood();
  if (language !== 'en' && language !== 'zh') throw misunderstood();
  if (splitBy !== 'random' && splitBy !== 'time') throw misunderstood();
  return {
    format: format as DatasetFormatName,
    unit: checkedUnit(unit),
    shares: checkedShares(shares),
    ...{ language, splitBy },
    takesFindings: chosen.takesFindings === true,
    labelledOnly: chosen.labelledOnly === true,
    balances: chosen.balances === true,
    // What is not said leaves secrets hidden.
    redacts: redacts !== false,
    maxTokens: maxTokens === null ? null : atLeastOne(maxTokens),
    seed: whole(seed),
    drafts: chosen.drafts === true,
  };
}

export function checkedCommand(value: unknown): DatasetPageCommand {
  if (typeof value !== 'string' || !Object.hasOwn(commands, value)) throw misunderstood();
  return value as DatasetPageCommand;
}

function checkedUnit(value: unknown): DatasetChoices['unit'] {
  const { kind, least, most } = members(value);
  if (kind === 'sessions') return { kind };
  const unit = { kind: 'windows', least: atLeastOne(least), most: atLeastOne(most) } as const;
  if (unit.most < unit.least) throw misunderstood();
  return unit;
}

function checkedShares(value: unknown): DatasetChoices['shares'] {
  const { train, validation, test } = members(value);
  return { train: atLeastOne(train), validation: whole(validation), test: whole(test) };
}

function atLeastOne(value: unknown): number {
  const number = whole(value);
  if (number === 0) throw misunderstood();
  return number;
}
