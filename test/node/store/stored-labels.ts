import type {
  IncidentLabel,
  RecordLabel,
  SessionLabel,
  TemplateLabel,
} from '../../../src/node/store/label-line';

const given = { label: 'normal', at: '2026-11-21T13:00:00Z' } as const;

export const ofRecord = (finding: string, more: Partial<RecordLabel> = {}): RecordLabel => ({
  finding,
  ...given,
  ...more,
});

export const ofTemplate = (template: string, more: Partial<TemplateLabel> = {}): TemplateLabel => ({
  scope: 'template',
  template,
  pieces: [template],
  ...given,
  ...more,
});

export const ofSession = (shape: string, more: Partial<SessionLabel> = {}): SessionLabel => ({
  scope: 'session',
  shape,
  ...given,
  ...more,
});

export const ofIncident = (incident: string, more: Partial<IncidentLabel> = {}): IncidentLabel => ({
  scope: 'incident',
  incident,
  findings: [{ id: incident }],
  ...given,
  ...more,
});
