import { checkedAddress } from '../../node/sources/source-definition';
import type { Labels, SourceEntry } from '../../node/sources/source-reader';
import type { LokiSource } from '../../protocol/log-source';
import { grouped } from '../../protocol/sentence';
import type { Surroundings } from '../commands/command';
import { authenticationOf } from './secrets';

/** Where a record of the sample begins, and whose it is. */
const record = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)( \S+ +\[(\w+)\] .*)$/;
const selector = '{app="shop"}';

/** Gives the sample to a Loki, its times moved so that it ends now: older entries are refused there. Throws InputError. */
export async function pushSample(
  text: string,
  { url, ...target }: Pick<LokiSource, 'url' | 'tenant' | 'caFile'>,
  { note }: Pick<Surroundings, 'note'>,
): Promise<void> {
  const address = checkedAddress(url);
  const source: LokiSource = {
    kind: 'loki',
    name: new URL(address).host,
    url: address,
    authentication: authenticationOf('loki', process.env),
    grafana: null,
    ...target,
  };
  const { pushService } = await import('./remote-service');
  const entries = entriesOf(text, Date.now());
  await pushService(process.env)(source, entries);
  note({
    pattern: '{0} entries were pushed. Look at them: {1}',
    values: [grouped(entries.length), `oddline analyze --loki ${address} --query '${selector}'`],
  });
}

/** One entry a record, with the lines that continue it. */
function entriesOf(text: string, endMs: number): SourceEntry[] {
  const lines = text.trimEnd().split('\n');
  const last = lines.findLast((line) => record.test(line)) ?? '';
  const shift = endMs - Date.parse(record.exec(last)?.[1] ?? '');
  const labels = new Map<string, Labels>();
  const entries: SourceEntry[] = [];
  for (const line of lines) {
    const [, stamp, rest, service] = record.exec(line) ?? [];
    const before = entries.at(-1);
    if (stamp === undefined && before)
      entries[entries.length - 1] = { ...before, text: `${before.text}\n${line}` };
    if (stamp === undefined) continue;
    const time = Date.parse(stamp) + shift;
    const own = labels.get(service) ?? labelsOf(service);
    labels.set(service, own);
    entries.push({
      time: `${time}000000`,
      labels: own,
      own: null,
      text: `${new Date(time).toISOString()}${rest}`,
    });
  }
  return entries;
}

function labelsOf(service: string): Labels {
  return [
    ['app', 'shop'],
    ['service_name', service],
  ];
}
