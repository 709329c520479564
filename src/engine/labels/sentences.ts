/** English patterns of what labels say; each is a key of the language bundles. */
export const labelPatterns = {
  record: 'a label on this line calls it anomalous',
  recordCategory: 'a label on this line calls it anomalous ({0})',
  recordNote: 'a label on this line calls it anomalous: {0}',
  recordBoth: 'a label on this line calls it anomalous ({0}): {1}',
  template: 'a label on its template calls it anomalous',
  templateCategory: 'a label on its template calls it anomalous ({0})',
  templateNote: 'a label on its template calls it anomalous: {0}',
  templateBoth: 'a label on its template calls it anomalous ({0}): {1}',
  session: 'a label on sessions like this calls them anomalous',
  sessionCategory: 'a label on sessions like this calls them anomalous ({0})',
  sessionNote: 'a label on sessions like this calls them anomalous: {0}',
  sessionBoth: 'a label on sessions like this calls them anomalous ({0}): {1}',
  incident: 'a label on its incident calls it anomalous',
  incidentCategory: 'a label on its incident calls it anomalous ({0})',
  incidentNote: 'a label on its incident calls it anomalous: {0}',
  incidentBoth: 'a label on its incident calls it anomalous ({0}): {1}',
} as const;
