import { beforeAll, describe, expect, it } from 'vitest';
import type { IncidentSubject } from '../../../src/engine/labels/label';
import { labelKey } from '../../../src/engine/labels/label-key';
import type { LabelProposal } from '../../../src/engine/labels/label-report';
import { learnPatterns } from '../../../src/engine/labels/learn/sentences';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { LineNumber } from '../../../src/engine/model/units';
import { finish } from '../log-builder';
import { analysed, judgedBy, type OpenedLog, opened, says } from './depot-log';

const start = Date.UTC(2026, 2, 14, 14, 0, 0);
const seconds = 600;
const rush = { from: 300, until: 320, more: 10 };
const flooded = (rush.until - rush.from) * rush.more;

/** So many requests a second, clients in their turn; for twenty seconds ten a second besides. */
function doorLog(usual: number, flooder: (turn: number) => string): string {
  return Array.from({ length: seconds }, (_, second) => {
    const isRush = second >= rush.from && second < rush.until;
    const clients = [
      ...Array.from({ length: usual }, (_, at) => `192.0.2.${(second * usual + at) % 24}`),
      ...Array.from({ length: isRush ? rush.more : 0 }, (_, at) => flooder(second * rush.more + at)),
    ];
    return clients.map((client, at) => {
      const time = new Date(start + second * 1_000 + at * 10).toISOString();
      return `${time} INFO [door] let in ${client}\n`;
    });
  })
    .flat()
    .join('');
}

function offered({ session }: OpenedLog, passed: readonly string[] = []): LabelProposal[] {
  return finish(session.labels.nextToLabel({ passed, limit: 5 }));
}

function incidentOf(log: OpenedLog): LabelProposal {
  const found = offered(log).find(({ subject }) => subject.kind === 'incident');
  if (found === undefined) throw new Error('no incident is offered');
  return found;
}

describe('an incident that is a burst of ordinary lines, all of one client', () => {
  const flooder = '198.51.100.9';
  const text = doorLog(12, () => flooder);
  const lines = text
    .split('\n')
    .flatMap((line, at) => (line.includes(flooder) ? [(at + 1) as LineNumber] : []));
  const log = opened([text]);
  let plain: Analysis;
  let proposal: LabelProposal;
  beforeAll(() => {
    plain = analysed(log);
    proposal = incidentOf(log);
  });

  it('is offered with all lines of the burst, at the first of them', () => {
    expect(proposal).toMatchObject({ records: flooded, line: lines[0] });
    expect(proposal.why).toEqual({ pattern: learnPatterns.incident, values: [flooded] });
    expect((proposal.subject as IncidentSubject).id).toBe(plain.incidents[0].id);
  });

  it('is labelled by one key: these lines and no other', () => {
    const judged = judgedBy(log, [says(proposal.subject, 'anomalous', 'security')]);
    expect(judged.labels).toMatchObject({ covered: flooded, anomalous: flooded });
    expect(log.session.labels.labelsOfLines(lines)).toEqual(lines.map(() => 0));
    const [found] = judged.findings.filter(({ reasons }) => reasons[0].detector === 'label');
    expect(found).toMatchObject({ line: lines[0], repeats: { count: flooded }, category: 'security' });
  });

  it('called normal is found no more', () => {
    expect(plain.findings.map(({ line }) => line)).toContain(lines[0]);
    expect(judgedBy(log, [says(proposal.subject, 'normal')]).findings.map(({ line }) => line)).not.toContain(
      lines[0],
    );
  });

  it('is offered no more once it is labelled, or was passed over', () => {
    const kinds = (proposals: readonly LabelProposal[]) => proposals.map(({ subject }) => subject.kind);
    judgedBy(log, []);
    expect(kinds(offered(log, [labelKey(proposal.subject)]))).not.toContain('incident');
    judgedBy(log, [says(proposal.subject, 'anomalous')]);
    expect(kinds(offered(log))).not.toContain('incident');
  });
});

it('a burst of a template is all its lines meanwhile: nobody can tell which are too many', () => {
  const log = opened([doorLog(1, (turn) => `203.0.113.${turn % 200}`)]);
  analysed(log);
  expect(incidentOf(log)).toMatchObject({ records: flooded + rush.until - rush.from, line: rush.from + 1 });
});
