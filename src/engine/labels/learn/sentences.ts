/** What learning from labels says; literal, for the language bundle. */
export const learnPatterns = {
  tooLittle:
    'To learn from labels, {0} labelled groups of each verdict are needed; {1} anomalous and {2} normal ones are here. Label more by Next to Label.',
  disagree: 'Detectors disagree: {0} says {1}, {2} says {3}.',
  near: 'Its score, {0}, is near the threshold, {1}.',
  incident: 'An incident without a label: {0} records.',
  large: 'A large group without a label: {0} records.',
} as const;
