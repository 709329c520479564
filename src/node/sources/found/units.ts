import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import type { JournalSource } from '../../../protocol/log-source';
import { placeArguments } from '../journal/journal-arguments';
import { askJournalctl } from '../journal/run-journalctl';
import { askTool } from './ask-tool';

export interface FoundUnit {
  /** `shop.service` */
  readonly name: string;
  /** '' where nobody says. */
  readonly description: string;
  /** `failed`, `active (running)`; '' where only the journal knows the unit. */
  readonly state: string;
  /** Milliseconds since the epoch when it came into this state. */
  readonly since: number | null;
  readonly restarts: number | null;
}

export interface FoundUnits {
  readonly units: readonly FoundUnit[];
  /** Why states are missing. */
  readonly problems: readonly Sentence[];
}

/**
 * Services of systemd, those that failed first, then by name; of journal files, or where systemd does not answer, the units that wrote
 * into the journal, without their states. Rejects with InputError where neither can be had.
 */
export async function findUnits(
  { path }: Pick<JournalSource, 'path'>,
  signal: AbortSignal,
): Promise<FoundUnits> {
  if (path !== null) return { units: await ofJournal(path, signal), problems: [] };
  try {
    return { units: await ofSystemd(signal), problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { units: await ofJournal(path, signal), problems: [error.sentence] };
  }
}

const properties =
  'Id,Description,ActiveState,SubState,NRestarts,ActiveEnterTimestamp,InactiveEnterTimestamp';

/** `show` says how often a unit was started again, which lists of units do not; a pattern means those that are loaded. */
async function ofSystemd(signal: AbortSignal): Promise<readonly FoundUnit[]> {
  const command = ['systemctl', 'show', '--no-pager', `--property=${properties}`, '--', '*.service'];
  const blocks = (await askTool(command, signal)).split(/\n\n+/);
  const units = blocks.map(unitOf).filter(({ name }) => name !== '');
  if (units.length === 0) throw systemdSilent();
  return units.toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)) || compare(a.name, b.name));
}

function unitOf(block: string): FoundUnit {
  const properties = new Map(block.split('\n').map((line) => splitAt(line, line.indexOf('='))));
  const [active = '', sub = ''] = [properties.get('ActiveState'), properties.get('SubState')];
  const entered = active === 'active' ? 'ActiveEnterTimestamp' : 'InactiveEnterTimestamp';
  const restarts = properties.get('NRestarts');
  return {
    name: properties.get('Id') ?? '',
    description: properties.get('Description') ?? '',
    state: sub === '' || sub === active ? active : `${active} (${sub})`,
    since: timeOf(properties.get(entered) ?? ''),
    restarts: restarts !== undefined && /^\d{1,9}$/.test(restarts) ? Number(restarts) : null,
  };
}

function splitAt(line: string, at: number): [string, string] {
  return [line.slice(0, Math.max(at, 0)), line.slice(at + 1)];
}

/** `Sun 2026-03-01 10:00:00 UTC`: the zone is UTC as tools are asked in it. */
function timeOf(text: string): number | null {
  const parts = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/.exec(text);
  return parts ? Date.parse(`${parts[1]}T${parts[2]}Z`) : null;
}

function isWell({ state }: FoundUnit): boolean {
  return !state.startsWith('failed');
}

async function ofJournal(path: string | null, signal: AbortSignal): Promise<readonly FoundUnit[]> {
  const place = await placeArguments({ path });
  const { end, text, words } = await askJournalctl([...place, '--field=_SYSTEMD_UNIT'], signal);
  if (end !== 0 || (text === '' && words !== '')) throw noUnits(words);
  const names = text.split('\n').filter((name) => name !== '');
  const unknown = { description: '', state: '', since: null, restarts: null };
  return names.sort(compare).map((name) => ({ name, ...unknown }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function systemdSilent(): InputError {
  return new InputError({
    code: 'no-systemd',
    sentence: {
      pattern: 'systemctl lists no services. Open this window on a machine that systemd runs.',
      values: [],
    },
  });
}

function noUnits(words: string): InputError {
  return new InputError({
    code: 'no-units',
    sentence: {
      pattern:
        'The units in the journal cannot be listed ({0}). Check that the journal can be read: test the source.',
      values: [words],
    },
  });
}
