/** The texts of the timeline of a case, in English. */
export const timelineEn = {
  'timeline.filter': 'Filter by event or person',
  'timeline.gap': '{span} without an event',
  'timeline.nothing': 'No event fits.',
  'timeline.earlier': 'Show earlier events',
  'timeline.only': 'Only: {event}',
  'timeline.all': 'Show all events',
  'timeline.ofThisType': 'Only events of this kind',
  'timeline.confirmedBy': 'confirmed by',
  'timeline.recordedAt': 'Recorded',
  'timeline.number': 'Number',
  'timeline.position': '{revision} of the case, {position} of the log',
  'timeline.importedBy': 'Imported by',
  'timeline.erased': 'The personal values of this event were erased on {time}.',
  'timeline.broke': 'It was recorded although it breaks a rule: {rules}',
} as const;
