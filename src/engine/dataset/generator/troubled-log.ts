import type { Category, Severity } from '../../model/finding';
import { seededRandom } from '../../model/seeded-random';
import { inChinese } from './chinese/in-chinese';
import { flows } from './flows';
import { type LayoutName, layouts } from './layouts';
import type { ShopEvent } from './playback';
import type { ServiceName } from './services';
import { checkedRecords } from './shop-log';
import { simulate } from './simulation';
import { oldNoise } from './troubles/old-noise';
import { type PlannedTrouble, planTroubles, type TroublePreset } from './troubles/plan';

export interface TroubledLogOptions {
  /** Any number; the same options with the same seed give the same bytes. */
  readonly seed: number;
  /** `single` if left out. */
  readonly preset?: TroublePreset;
  /** Kinds of the table to plant instead of those that the seed draws: one for `single` and `cascade`, two, three. Where fewer, fewer. */
  readonly kinds?: readonly string[];
  /** `bracketed` if left out; the same events in another are told by other lines. */
  readonly layout?: LayoutName;
  /** As of the shop's log: 2,000 or more, 7,000 if left out. */
  readonly records?: number;
  /** Errors from the first minute to the last that belong to no trouble; if left out, all presets but `single` have them. */
  readonly hasOldNoise?: boolean;
  /** Of what services say; their names and what programs print by themselves (stack traces) stay. `en` if left out. */
  readonly language?: 'en' | 'zh';
  /** The services a trouble comes from wrote into another file: only what others say of it is here. */
  readonly hidesOrigins?: boolean;
}

/** What was planted, told by the log's lines. */
export interface PlantedTrouble {
  readonly kind: string;
  readonly category: Category;
  readonly severity: Severity;
  /** The service it comes from. */
  readonly service: ServiceName;
  /** 1-based, ascending: every line that is a sign of it, the callers' complaints too; news of its end is not among them. */
  readonly lines: readonly number[];
  /** Those its own service wrote, by what they say: lines that differ in digits alone stand together. */
  readonly messages: readonly (readonly number[])[];
  /** Of the first sign, which may be no more than an odd notice. */
  readonly firstLine: number;
  /** The line that says what went wrong; 0 where its service is hidden. */
  readonly worstLine: number;
}

export interface TroubledLog {
  /** Lines ended by LF, the last one too; ASCII only in English. */
  readonly text: string;
  /** In order of their first lines. */
  readonly troubles: readonly PlantedTrouble[];
  /** Lines of the old noise. */
  readonly noise: readonly number[];
}

/**
 * A day of the shop with troubles chosen and placed by the seed.
 *
 * @throws RangeError like `generateShopLog`, and for an unknown kind.
 */
export function generateTroubledLog(options: TroubledLogOptions): TroubledLog {
  const { seed, preset = 'single', layout = 'bracketed', language = 'en' } = options;
  const random = seededRandom(seed);
  const planned = planTroubles(preset, options.kinds, random);
  const noise = (options.hasOldNoise ?? preset !== 'single') ? [oldNoise(random)] : [];
  const incidents = [...planned.map(({ incident }) => incident), ...noise];
  const events = simulate({ flows, incidents, records: checkedRecords(options.records) }, random);
  const hidden = options.hidesOrigins ? new Set(planned.map(({ origin }) => origin)) : none;
  const kept = events.filter(({ service }) => !hidden.has(service));
  const written = write(language === 'zh' ? kept.map(inChinese) : kept, layout);
  const troubles = planned.map((each) => plantedAs(each, written.signs.get(each.incident.name)));
  return {
    text: written.text,
    troubles: troubles.sort((a, b) => a.firstLine - b.firstLine),
    noise: noise.flatMap(({ name }) => written.signs.get(name)?.lines ?? []),
  };
}

const none: ReadonlySet<ServiceName> = new Set();

interface Sign {
  readonly service: ServiceName;
  readonly message: string;
  readonly line: number;
}

interface Signs {
  readonly lines: number[];
  readonly said: Sign[];
  worstLine: number;
}

function write(events: readonly ShopEvent[], layout: LayoutName) {
  const lines: string[] = [];
  const signs = new Map<string, Signs>();
  for (const event of events) {
    const first = lines.length + 1;
    lines.push(...layouts[layout](event));
    if (event.incident === null) continue;
    const sign = signs.get(event.incident) ?? { lines: [], said: [], worstLine: 0 };
    signs.set(event.incident, sign);
    if (event.worst) sign.worstLine = first;
    const message = event.lines[0].replace(/\d+/g, '0');
    for (let line = first; line <= lines.length; line++) {
      sign.lines.push(line);
      sign.said.push({ service: event.service, message, line });
    }
  }
  return { text: `${lines.join('\n')}\n`, signs };
}

function plantedAs({ trouble, origin }: PlannedTrouble, signs: Signs | undefined): PlantedTrouble {
  if (signs === undefined) throw new Error(`${trouble.kind} left no sign`);
  const { kind, category, severity } = trouble;
  const { lines, worstLine } = signs;
  const messages = messagesOf(signs.said.filter(({ service }) => service === origin));
  return { kind, category, severity, service: origin, lines, messages, firstLine: lines[0], worstLine };
}

function messagesOf(said: readonly Sign[]): number[][] {
  const messages = new Map<string, number[]>();
  for (const { message, line } of said) {
    const lines = messages.get(message) ?? [];
    messages.set(message, lines);
    lines.push(line);
  }
  return [...messages.values()];
}
