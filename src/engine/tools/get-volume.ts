import { Level, type LevelName } from '../model/level';
import type { Timeline } from '../session-shape';
import { askedWindow, windowSchema } from './asked-window';
import { logLines, told } from './line-items';
import { LogClock } from './log-clock';
import { count, pageOf } from './page';
import { logTool, type ToolLog } from './tool';
import { failed } from './tool-answer';

const usualBins = 24;
const shownLevels: readonly LevelName[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'none'];

export const getVolume = logTool({
  name: 'get_volume',
  description:
    'How many records the log has over time, by level, as a table, and its silences. Of a log without times: over its lines.',
  schema: {
    type: 'object',
    properties: {
      ...windowSchema,
      bins: {
        type: 'integer',
        minimum: 1,
        maximum: 200,
        description: 'Rows of the table at most; 24 where left out. They are whole minutes, hours and so on.',
      },
      after: {
        type: 'integer',
        minimum: 0,
        maximum: 4_294_967_295,
        description: 'How many rows earlier answers showed; 0 where left out.',
      },
    },
    required: [],
    additionalProperties: false,
  },
  *run(log, { from, until, bins = usualBins, after = 0 }, budget) {
    const clock = new LogClock(log.analysis.sources);
    const window = askedWindow(log, clock, { from, until });
    if (typeof window === 'string') return failed(window, budget);
    const timeline = yield* log.timeline({ ...window, clockOffsets: [] }, bins);
    const table = timeline === undefined ? yield* tableOfLines(log, bins) : tableOfTime(timeline, clock);
    return pageOf(
      {
        ...{ label: 'records over time', lead: table.lead, unit: ['row', 'rows'] },
        ...{ total: table.rows.length, after },
        item: (index) => told(table.rows[index]),
      },
      budget,
    );
  },
});

interface Table {
  readonly lead: string;
  readonly rows: readonly string[];
}

function tableOfTime({ bins, counts, records, untimed, silences }: Timeline, clock: LogClock): Table {
  const used = shownLevels.filter((level) => levelTotal(counts, bins.count, level) > 0);
  const rows = Array.from({ length: bins.count }, (_, bin) => {
    const cells = used.map((level) => `${level} ${count(counts[Level[level] * bins.count + bin])}`);
    const total = used.reduce((sum, level) => sum + counts[Level[level] * bins.count + bin], 0);
    const shown =
      total === 0 ? '0' : `${count(total)} (${cells.filter((cell) => !cell.endsWith(' 0')).join(', ')})`;
    return `${clock.text(bins.from + bins.width * BigInt(bin))}  ${shown}`;
  });
  const silent = silences.map((one) => `silent from ${clock.text(one.from)} to ${clock.text(one.until)}`);
  const without = untimed === 0 ? '' : ` ${count(untimed)} records have no time and are in no row.`;
  const lead = `${count(records)} records, ${durationText(bins.width)} a row.${without}`;
  return { lead, rows: [...rows, ...silent] };
}

function* tableOfLines(log: ToolLog, stretches: number): Generator<number, Table> {
  const lines = logLines(log);
  const { errors, warnings, others } = yield* log.levelCounts(Math.max(1, Math.min(stretches, lines)));
  const rows = errors.map((_, at) => {
    const first = Math.ceil((at * lines) / errors.length) + 1;
    const last = Math.ceil(((at + 1) * lines) / errors.length);
    const total = errors[at] + warnings[at] + others[at];
    return `lines ${first} to ${last}  ${count(total)} (error ${count(errors[at])}, warn ${count(warnings[at])}, other ${count(others[at])})`;
  });
  return { lead: 'No record of this log has a time: records by the lines they begin on.', rows };
}

function levelTotal(counts: Uint32Array, bins: number, level: LevelName): number {
  return counts.subarray(Level[level] * bins, (Level[level] + 1) * bins).reduce((sum, one) => sum + one, 0);
}

const units = [
  ['d', 86_400_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['min', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['µs', 1_000n],
  ['ns', 1n],
] as const;

function durationText(width: bigint): string {
  const [name, unit] = units.find(([, one]) => width % one === 0n) ?? units[units.length - 1];
  return `${width / unit} ${name}`;
}
