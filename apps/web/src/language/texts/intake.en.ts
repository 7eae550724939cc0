/** The texts of the screen on which a case is opened, in English. */
export const intakeEn = {
  'intake.open': 'Open the case',
  'intake.opened': 'The case is open',
  'intake.go': 'Go to the case',
  'intake.another': 'Open another one',
  'intake.exists': 'Go to the case that has this number',
  'intake.resembling': {
    one: '{count} case may be of this person. Is it the same?',
    other: '{count} cases may be of this person. Is it one of them?',
  },
  'intake.otherPerson': 'It is another person: open a new case',
  'intake.undecided': 'Look at these cases first. If it is another person, say so, and then open the case.',
  'intake.match.reference': 'the same number',
  'intake.match.documentNo': 'the same document',
  'intake.match.birthDate': 'born in the same year',
  'intake.match.same': 'the same name',
  'intake.match.transliteration': 'the same name in another spelling',
  'intake.match.similar': 'a similar name',
  'intake.forbidden': 'Your roles open no cases',
  'intake.forbiddenText': 'Whoever gives out roles can tell you who does.',
} as const;
