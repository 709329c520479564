import { beforeAll, describe, expect, it } from 'vitest';
import { generateTroubledLog } from '../../src/engine/dataset/generator/troubled-log';
import { builtCli } from './built-cli';
import { quietLog } from './sample-logs';

const planted = generateTroubledLog({ seed: 4, preset: 'cascade' });
const [trouble] = planted.troubles;
const cli = builtCli();
const log = cli.file('cascade.log', planted.text);
const quiet = cli.file('quiet.log', quietLog);

interface IncidentJson {
  readonly services: string[];
  readonly timeline: { line: number; role: string; text: string }[];
  readonly findings: string[];
}

describe('the incidents of analyze --format json', () => {
  let incidents: IncidentJson[];
  let findings: { id: string }[];
  beforeAll(async () => {
    const { stdout } = await cli.run(['analyze', log, '--format', 'json']);
    ({ incidents, findings } = JSON.parse(stdout));
  });

  it('have every field of the contract', () => {
    const text = expect.any(String);
    const number = expect.any(Number);
    const ns = expect.stringMatching(/^\d+$/);
    for (const incident of incidents) {
      expect(incident).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: expect.stringMatching(/^(critical|high|medium|low)$/),
        category: expect.stringMatching(/^(system|network|database|application|security)$/),
        title: text,
        source: 0,
        firstLine: number,
        worstLine: number,
        start: ns,
        end: ns,
        timeline: expect.any(Array),
        services: expect.any(Array),
        loudest: expect.toSatisfy((loudest) => loudest === null || typeof loudest === 'string'),
        ids: expect.any(Array),
        hint: expect.toSatisfy((hint) => hint === null || typeof hint === 'string'),
        ruledOut: expect.any(Array),
        findings: expect.any(Array),
      });
      for (const entry of incident.timeline) {
        expect(entry).toEqual({
          line: number,
          time: ns,
          role: expect.stringMatching(/^(first|symptom|worst|end)$/),
          count: number,
          text,
        });
      }
    }
  });

  it('begin with the planted one, and name findings that are there', () => {
    expect(incidents[0].services[0]).toBe(trouble.service);
    const known = new Set(findings.map(({ id }) => id));
    for (const id of incidents.flatMap((incident) => incident.findings)) expect(known).toContain(id);
  });
});

describe('the text of analyze', () => {
  it('tells incidents before findings', async () => {
    const { stdout } = await cli.run(['analyze', log]);
    const heading = stdout.search(/^\d+ incidents?$/m);
    expect(heading).toBeGreaterThan(0);
    expect(stdout.indexOf('first sign')).toBeGreaterThan(heading);
    expect(stdout.indexOf('score ')).toBeGreaterThan(stdout.indexOf('first sign'));
    expect(stdout).toContain('loud, but there from the start');
  });

  it('tells them in Chinese too', async () => {
    const { stdout } = await cli.run(['analyze', log], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(stdout).toMatch(/^\d+ 起事故$/m);
    expect(stdout).toContain('最初迹象');
  });

  it('tells of none where nothing is wrong', async () => {
    const { stdout } = await cli.run(['analyze', quiet]);
    expect(stdout).not.toMatch(/incident/);
  });
});

describe('the Markdown of analyze', () => {
  it('tells the course of incidents with what each line stands for', async () => {
    const { stdout } = await cli.run(['analyze', log, '--format', 'markdown']);
    expect(stdout).toMatch(/^\d+: \d{4}-\d\d-\d\d .* {2}first sign$/m);
    expect(stdout).toMatch(/^\d+: .* {2}×[\d,]+/m);
  });
});
