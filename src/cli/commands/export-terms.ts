import { basename } from 'node:path';
import type { GivenRule } from '../../engine/detectors/rules/given-rule';
import type { TimeBound } from '../../engine/model/time-bound';
import type { OwnPattern } from '../../engine/redact/own-patterns';
import type { Sensitivity } from '../../engine/triage/sensitivity';
import { type OwnList, settingFiles } from '../../node/datasets/analysis-terms';
import { rulesOfSetting } from '../../node/store/rules';
import { patternsOfFile, patternsVariable, privacyPatterns } from '../privacy-patterns';
import { sensitivityOf } from '../sensitivity-option';
import { readSettingList } from '../setting-list';
import { timeBoundOf } from '../time-option';
import { UsageError } from '../usage-error';

/** By what the log is analysed, besides what stands in its store. */
export const termOptions = {
  sensitivity: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  baseline: { type: 'string', multiple: true, default: [] as string[] },
  store: { type: 'string', multiple: true, default: [] as string[] },
  rules: { type: 'string' },
  patterns: { type: 'string' },
} as const;

export interface TermWishes {
  readonly sensitivity: Sensitivity;
  readonly from: TimeBound;
  readonly until: TimeBound;
  readonly baselines: readonly string[];
  /** Folders that are heeded instead of the nearest store; empty: the nearest. */
  readonly stores: readonly string[];
  /** Files that hold the lists of settings. */
  readonly rulesFile: string | undefined;
  readonly patternsFile: string | undefined;
}

interface TermValues {
  readonly sensitivity?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly baseline: readonly string[];
  readonly store: readonly string[];
  readonly 'no-store': boolean;
  readonly rules?: string | undefined;
  readonly patterns?: string | undefined;
}

/** @throws UsageError */
export function termWishes(values: TermValues): TermWishes {
  const { sensitivity, since, until, baseline, store, rules, patterns } = values;
  if (store.length > 0 && values['no-store']) {
    throw new UsageError({
      pattern: '{0} and {1} exclude each other. Leave one of them out.',
      values: ['--store', '--no-store'],
    });
  }
  return {
    sensitivity: sensitivity === undefined ? 'normal' : sensitivityOf('--sensitivity', sensitivity),
    from: timeBoundOf('--since', since),
    until: timeBoundOf('--until', until),
    baselines: baseline,
    stores: store,
    rulesFile: rules,
    patternsFile: patterns,
  };
}

export interface GivenPatterns extends OwnList {
  readonly entries: readonly OwnPattern[];
}

/** What a person wants hidden, too: of the file named, else of the variable. @throws UsageError, InputError */
export async function givenPatterns({
  patternsFile: file,
}: Pick<TermWishes, 'patternsFile'>): Promise<GivenPatterns> {
  if (file !== undefined) return { file, entries: await patternsOfFile(file) };
  return { file: settingFiles.patterns, entries: privacyPatterns(process.env[patternsVariable]) };
}

/** Rules of a file that holds the list of the setting. @throws UsageError, InputError */
export async function givenRules(file: string | undefined): Promise<readonly GivenRule[]> {
  if (file === undefined) return [];
  const list = await readSettingList(file);
  if (list !== undefined) return rulesOfSetting(list, basename(file));
  throw new UsageError({
    pattern: '{0} holds no list of rules. Write the list of the setting {1} into it.',
    values: [file, 'oddline.rules'],
  });
}
